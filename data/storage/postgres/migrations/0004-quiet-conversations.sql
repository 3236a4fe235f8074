-- For the daily sweep: messages older than a moment, so that it does not read what was said since.
create index activity_by_time on activity (office, at);
