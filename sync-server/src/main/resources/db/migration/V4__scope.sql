-- Scope and pull. Decision: docs/decisions/0012.

-- The sum over the bucket's living rows, kept in the transaction that writes them; null where it was never counted.
alter table bucket add column checksum int8;
update bucket set checksum = 0 where head = 0;
alter table bucket alter column checksum set default 0;

-- Addition modulo 2^64, as the code that compares checksums adds.
create function plus_modulo(one int8, other int8) returns int8 language sql immutable strict parallel safe as $$
    select (mod(one::numeric + other::numeric + 27670116110564327424, 18446744073709551616) - 9223372036854775808)::int8
$$;
