create index ix_role on users using gist (role gist_trgm_ops(siglen='32')) with (fillfactor = '70') tablespace fast where active;
