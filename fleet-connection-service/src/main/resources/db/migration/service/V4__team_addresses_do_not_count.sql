alter table partner_copy drop column team_email;
