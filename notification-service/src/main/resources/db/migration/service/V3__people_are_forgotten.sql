-- For the search for letters whose people are to be forgotten.
create index delivery_ended on delivery (ended_at) where letter <> '{}';

-- What is not needed any more: signatures whose letter is ordered, and people who never came.
update signature_copy set signature = '{}' where ordered;
update user_copy set state = 'REMOVED', email = null, first_name = null, last_name = null
where state = 'INVITED' and user_id in (select user_id from invitation_copy where not open);
