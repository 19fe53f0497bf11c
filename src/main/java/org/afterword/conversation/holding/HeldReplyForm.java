package org.afterword.conversation.holding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostLinks;
import org.afterword.conversation.proposals.OpenProposals;
import org.afterword.conversation.words.Reader;
import org.afterword.conversation.writing.ReplyForm;
import org.afterword.mention.Mentions;
import org.afterword.topic.TopicView;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills the form of a reply with a held post, so that it can be sent again. What its text
 * mentions and its author had not ticked is not ticked.
 */
@Component
class HeldReplyForm {

	private final Reader reader;

	private final Mentions mentions;

	private final OpenProposals proposals;

	private final PostLinks links;

	private final JdbcClient sql;

	HeldReplyForm(Reader reader, Mentions mentions, OpenProposals proposals, PostLinks links, JdbcClient sql) {
		this.reader = reader;
		this.mentions = mentions;
		this.proposals = proposals;
		this.links = links;
		this.sql = sql;
	}

	ReplyForm of(TopicView topic, Post post) {
		var questions = questions(post.id());
		var read = this.reader.readOld(topic, post.markdown());
		var proposed = this.proposals.openOf(post.id());
		var fields = new LinkedHashMap<String, List<String>>();
		fields.put("questions", List.copyOf(questions.keySet()));
		fields.put("answers", questions.keySet().stream().filter(questions::get).toList());
		fields.put("seen", read.questions().stream().map((one) -> one.number().value()).toList());
		fields.put("named", List.copyOf(read.meant().keySet()));
		fields.put("mentions", List.copyOf(this.mentions.kept(post.id().value()).keySet()));
		fields.put("noticed", read.announced().isEmpty() ? List.of() : List.of("on"));
		fields.put("ask", post.asksSources() ? List.of("on") : List.of());
		fields.put("to", parent(post.id()));
		fields.put("asks", proposed.isEmpty() ? List.of() : List.of("on"));
		fields.put("newQuestion", proposed.stream().toList());
		addLinks(post.id(), fields);
		return ReplyForm.of(post.markdown(), fields, "");
	}

	/** By number: whether the post offers an answer to it. */
	private Map<String, Boolean> questions(PostId post) {
		var questions = new LinkedHashMap<String, Boolean>();
		this.sql
			.sql("""
					select q.number, pq.answer <> 'NONE' as answers from post_question pq join question q on q.id = pq.question_id
					where pq.post_id = ? order by q.position""")
			.param(post.value())
			.query((row) -> {
				questions.put(row.getString("number"), row.getBoolean("answers"));
			});
		return questions;
	}

	private List<String> parent(PostId post) {
		return this.sql
			.sql("""
					select above.number from post p join post above on above.id = p.parent_id and above.topic_id = p.topic_id
					where p.id = ?""")
			.param(post.value())
			.query((row, line) -> Integer.toString(row.getInt(1)))
			.list();
	}

	/** The questions for which an address is a source, as its author chose. */
	private void addLinks(PostId post, Map<String, List<String>> fields) {
		var chosen = this.links.of(post);
		fields.put("links", chosen.keySet().stream().map(PostLinks::key).toList());
		fields.put("serves",
				chosen.entrySet()
					.stream()
					.flatMap((one) -> one.getValue()
						.stream()
						.map((number) -> PostLinks.tick(PostLinks.key(one.getKey()), number)))
					.toList());
	}

}
