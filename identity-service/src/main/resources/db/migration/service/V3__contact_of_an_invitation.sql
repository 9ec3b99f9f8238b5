-- Whom to ask about an invitation; null for those made before it was kept.
alter table invitation_view add column contact_email varchar(254);
