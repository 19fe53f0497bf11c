package org.afterword.conversation.publishing;

import java.util.Set;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostLinks;
import org.afterword.conversation.Reply;
import org.afterword.conversation.proposals.Proposals;
import org.afterword.conversation.trust.Trust;
import org.afterword.conversation.words.ReadWords;
import org.afterword.conversation.words.Reader;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes openings and replies, or holds them for a facilitator. */
@Service
@Transactional
public class Publishing {

	private final Topics topics;

	private final Reader reader;

	private final Trust trust;

	private final NewPosts posts;

	private final PostQuestions questions;

	private final PostLinks links;

	private final Proposals proposals;

	Publishing(Topics topics, Reader reader, Trust trust, NewPosts posts, PostQuestions questions, PostLinks links,
			Proposals proposals) {
		this.topics = topics;
		this.reader = reader;
		this.trust = trust;
		this.posts = posts;
		this.questions = questions;
		this.links = links;
		this.proposals = proposals;
	}

	/**
	 * Publishes the first post of a topic. It is about the whole topic and addresses no
	 * question.
	 * @throws NotAllowed for those who do not run the topic
	 */
	public int open(TopicId topic, Viewer author, String words) {
		return open(topic, author, words, true);
	}

	/**
	 * Publishes the first post of a topic.
	 * @param asks whether sources that it announces without an address wait for one
	 * @throws NotAllowed for those who do not run the topic
	 */
	public int open(TopicId id, Viewer author, String words, boolean asks) {
		var topic = this.topics.viewed(id, author);
		topic.mustFacilitate("open a conversation");
		var read = this.reader.read(topic.view(), words, Set.of());
		return this.posts.publish(topic, Reply.opening(words, asks), read).number();
	}

	/**
	 * Takes a reply from a member: it is published at once, or held for a facilitator
	 * where its author is new.
	 * @throws NotAllowed for strangers, and in a topic that is not open
	 * @throws Refused where the words are none or too many, where it replies to no post,
	 * or addresses a question that the topic does not have
	 */
	public Submitted submit(ViewedTopic topic, Reply reply) {
		topic.mustBeWritable();
		var read = this.reader.read(topic.view(), reply.words(), reply.plain());
		var held = !topic.isFacilitated() && this.trust.holds(topic.viewer(), read.links().size());
		var post = write(topic, reply, read, held);
		return new Submitted(post.id(), topic.id(), held ? null : post.number());
	}

	/**
	 * Publishes a reply, whether or not its author is trusted: for callers that know that
	 * it may appear. Only a facilitator’s offer of an answer confirms itself.
	 * @return its number in the topic
	 * @throws NotAllowed for strangers, and in a topic that is not open
	 * @throws Refused where the words are none or too many, those of a question that it
	 * asks too, where it replies to no post, or addresses a question that the topic does
	 * not have
	 */
	public int reply(TopicId id, Viewer author, Reply reply) {
		var topic = this.topics.viewed(id, author);
		topic.mustBeWritable();
		return write(topic, reply, this.reader.read(topic.view(), reply.words(), reply.plain()), false).number();
	}

	private Post write(ViewedTopic topic, Reply reply, ReadWords read, boolean held) {
		var addressed = new AddressedQuestions(reply, read);
		var post = held ? this.posts.hold(topic, reply, read) : this.posts.publish(topic, reply, read);
		if (reply.proposes() != null) {
			this.proposals.propose(post, reply.proposes());
		}
		this.links.choose(post.id(), topic.id(), addressed.chosenForLinks());
		this.questions.linkNew(post, topic, addressed, read.register());
		return post;
	}

}
