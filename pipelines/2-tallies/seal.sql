-- Closes the door behind the tallies: after this no SQL can see a record, a file or a network.
-- The record tables are dropped by src/tallies first, one `drop table` per contract.
set enable_external_access = false;
set lock_configuration = true;
