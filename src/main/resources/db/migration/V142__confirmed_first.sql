-- Finds the confirmed answers of a question, which stand before its other replies.
create index on post_question (question_id, post_id) where answer = 'CONFIRMED';
