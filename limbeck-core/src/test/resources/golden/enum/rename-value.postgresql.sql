alter type mood rename value 'sad' to 'it''s sad';
