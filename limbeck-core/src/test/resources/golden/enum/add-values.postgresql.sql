alter type mood add value 'worst' before 'sad';
alter type mood add value 'so-so' before 'happy';
alter type mood add value 'best';
