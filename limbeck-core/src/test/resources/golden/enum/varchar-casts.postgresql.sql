create cast (varchar as mood) with inout as implicit;
create cast (mood as varchar) with inout as implicit;
drop cast (varchar as mood);
drop cast (mood as varchar);
