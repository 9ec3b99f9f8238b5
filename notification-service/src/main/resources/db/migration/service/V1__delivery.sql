-- Letters and what became of them: the queue of the sender and the log of an operator.
create table delivery (
    cause_id        varchar(200) not null,
    recipient       varchar(320) not null,
    template        varchar(50)  not null,
    letter          jsonb        not null,
    state           varchar(10)  not null default 'PENDING' check (state in ('PENDING', 'SENT', 'FAILED')),
    attempts        integer      not null default 0,
    ordered_at      timestamptz  not null,
    next_attempt_at timestamptz  not null,
    ended_at        timestamptz,
    last_error      text,
    primary key (cause_id, recipient)
);
create index delivery_due on delivery (next_attempt_at) where state = 'PENDING';
