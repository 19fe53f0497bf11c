package org.afterword.conversation.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.afterword.conversation.PostRepository;
import org.afterword.conversation.Reply;
import org.afterword.conversation.proposals.Proposals;
import org.afterword.conversation.words.ReadWords;
import org.afterword.conversation.words.Reader;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.Viewer;
import org.afterword.mention.Mentions;
import org.afterword.question.NumberedQuestion;
import org.afterword.question.QuestionView;
import org.afterword.topic.TopicView;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what is written as it would be, and changes nothing. */
@Service
@Transactional(readOnly = true)
public class Previews {

	private final PostRepository posts;

	private final Reader reader;

	private final Mentions mentions;

	private final DismissedGuesses dismissed;

	Previews(PostRepository posts, Reader reader, Mentions mentions, DismissedGuesses dismissed) {
		this.posts = posts;
		this.reader = reader;
		this.mentions = mentions;
		this.dismissed = dismissed;
	}

	/**
	 * Shows a reply as it would be.
	 * @throws NotAllowed as publishing it would
	 */
	public Preview of(ViewedTopic topic, Reply reply) {
		topic.mustBeWritable();
		if (reply.proposes() != null) {
			Proposals.readable(reply.proposes());
		}
		var read = this.reader.read(topic.view(), reply.words(), reply.plain());
		return preview(topic.view(), topic.viewer(), reply, read);
	}

	/**
	 * Shows an edit as it would be.
	 * @throws NotAllowed as the edit would
	 */
	public Preview ofEdit(ViewedTopic topic, int number, String words) {
		var post = this.posts.get(topic.id(), number);
		post.mustBeEditableBy(topic.viewer(), topic.access());
		var read = this.reader.readEdited(topic.view(), post, this.mentions.kept(post.id().value()), words);
		var dismissed = this.dismissed.of(post.id());
		var numbers = read.register()
			.byNumber()
			.values()
			.stream()
			.map(NumberedQuestion::question)
			.filter((question) -> dismissed.contains(question.id()))
			.map(QuestionView::number)
			.collect(Collectors.toSet());
		return preview(topic.view(), null, Reply.of(words), read.without(numbers));
	}

	/**
	 * @param author null where nobody can be called by a tick
	 */
	private Preview preview(TopicView topic, @Nullable Viewer author, Reply reply, ReadWords read) {
		var addressed = new AddressedQuestions(reply, read);
		var mentions = new ArrayList<Preview.Named>();
		read.meant().forEach((name, who) -> mentions.add(new Preview.Named(name, who.name(), who.isWaiting(), true)));
		read.plain().forEach((name, who) -> mentions.add(new Preview.Named(name, who.name(), who.isWaiting(), false)));
		mentions.sort(Comparator.comparing(Preview.Named::name));
		return new Preview(read.html(), addressed.proposed(), List.copyOf(mentions), read.strangers(), read.unknown(),
				read.more(), read.links(), read.refused(), read.announced(), read.plainly(), reply.asks(),
				(author != null) ? called(topic, author, reply.words(), read) : List.of(), addressed.linksToChoose());
	}

	/** A signature does not call its author. */
	private List<Preview.Named> called(TopicView topic, Viewer author, String words, ReadWords read) {
		var mentioned = new ArrayList<>(read.meant().values());
		mentioned.addAll(read.plain().values());
		return this.reader.called(topic, words, mentioned)
			.entrySet()
			.stream()
			.filter((one) -> one.getValue().member() == null || !author.is(one.getValue().member()))
			.map((one) -> new Preview.Named(one.getKey(), one.getValue().name(), one.getValue().isWaiting(), false))
			.sorted(Comparator.comparing(Preview.Named::name))
			.toList();
	}

}
