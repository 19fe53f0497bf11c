package org.afterword.conversation.publishing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.afterword.conversation.PostLinks;
import org.afterword.conversation.Reply;
import org.afterword.conversation.words.ReadWords;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.markup.Markup.Link;

/**
 * The questions that a reply addresses: those that were ticked, and those that were
 * recognised in it and not seen before; and which of them its web links serve.
 */
final class AddressedQuestions {

	private final Reply reply;

	private final ReadWords read;

	private final Map<QuestionNumber, Preview.Proposed> questions = new LinkedHashMap<>();

	/**
	 * @throws Refused where a question was ticked that the topic does not have
	 */
	AddressedQuestions(Reply reply, ReadWords read) {
		this.reply = reply;
		this.read = read;
		reply.questions().stream().sorted().forEach((ticked) -> {
			// A number that was ticked before its question joined another means that.
			var question = read.register().get(ticked);
			this.questions.putIfAbsent(question.number(), new Preview.Proposed(question.number(), question.text(),
					reply.seen().contains(ticked), reply.offer() || reply.answers().contains(ticked)));
		});
		for (var one : read.questions()) {
			if (!reply.seen().contains(one.number()) && !this.questions.containsKey(one.number())) {
				var text = read.register().get(one.number()).text();
				this.questions.put(one.number(),
						new Preview.Proposed(one.number(), text, true, reply.offer() || one.answers()));
			}
		}
	}

	List<Preview.Proposed> proposed() {
		return List.copyOf(this.questions.values());
	}

	/** Those that were offered as recognised and then unticked. */
	Collection<QuestionNumber> dismissed() {
		return this.reply.seen().stream().filter((number) -> !this.questions.containsKey(number)).toList();
	}

	/**
	 * The questions that its author chose for web links, by address; only where they are
	 * others than the words say.
	 */
	Map<String, Set<QuestionNumber>> chosenForLinks() {
		var chosen = new LinkedHashMap<String, Set<QuestionNumber>>();
		this.read.links().stream().map(Link::address).forEach((address) -> {
			var ticked = this.reply.serves().get(PostLinks.key(address));
			if (ticked != null && !unlessChosen(address).equals(kept(ticked))) {
				chosen.put(address, kept(ticked));
			}
		});
		return chosen;
	}

	/** Its first web links, where they could serve different questions. */
	List<Preview.Served> linksToChoose() {
		if (this.questions.size() < 2) {
			return List.of();
		}
		return this.read.links().stream().limit(PostLinks.MOST).map((link) -> {
			var key = PostLinks.key(link.address());
			var ticked = this.reply.serves().get(key);
			return new Preview.Served(key, link.text(), link.address(),
					(ticked != null) ? kept(ticked) : unlessChosen(link.address()));
		}).toList();
	}

	private Set<QuestionNumber> kept(Set<QuestionNumber> ticked) {
		var kept = new TreeSet<>(ticked);
		kept.retainAll(this.questions.keySet());
		return kept;
	}

	/** What its paragraph says, else all that the reply addresses. */
	private Set<QuestionNumber> unlessChosen(String address) {
		var served = new TreeSet<>(this.questions.keySet());
		served.retainAll(this.read.parts().links().getOrDefault(address, Set.of()));
		return served.isEmpty() ? new TreeSet<>(this.questions.keySet()) : served;
	}

}
