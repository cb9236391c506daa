-- An old form does not write over what somebody else wrote meanwhile. Rule: R-BO.
alter table worker add column account_rev bigint not null default 1;
