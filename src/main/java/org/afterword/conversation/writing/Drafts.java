package org.afterword.conversation.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.afterword.conversation.Post;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.question.NewQuestion;
import org.afterword.topic.TopicId;
import org.afterword.topic.ViewedTopic;
import tools.jackson.databind.ObjectMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members have begun to write. Each place has one newest draft. A newer text
 * overwrites it; what that does not contain stays beside it as a copy, unless the form
 * that sends it had shown it: so two devices lose nothing.
 */
@Service
@Transactional
public class Drafts {

	/**
	 * How many characters are kept: more than a post may have, for it may still be cut.
	 */
	public static final int LONGEST = 200_000;

	private static final int FIELDS = 2_000;

	private static final int LONGEST_FIELD = 2 * NewQuestion.LONGEST;

	private final DraftStore store;

	private final DraftQuota quota;

	private final PostedText posted;

	private final OwnDrafts own;

	private final ObjectMapper json;

	Drafts(DraftStore store, DraftQuota quota, PostedText posted, OwnDrafts own, ObjectMapper json) {
		this.store = store;
		this.quota = quota;
		this.posted = posted;
		this.own = own;
		this.json = json;
	}

	/** The newest draft of this member in a place. */
	@Transactional(readOnly = true)
	public Optional<Draft> find(TopicId topic, Viewer author, Place place) {
		return this.store.newest(new DraftKey(topic, author, place));
	}

	/**
	 * One of the member’s own drafts.
	 * @throws NotFound where they have none with this id
	 */
	@Transactional(readOnly = true)
	public Draft get(long id, Viewer author) {
		return this.store.get(id, author);
	}

	/**
	 * Keeps text before it is posted. Blank text, and what the edited post says or once
	 * said, discards the draft that the form had shown. A form that was posted meanwhile
	 * is not kept.
	 * @param form the other fields
	 * @param known the revision that the form had shown, 0 for none
	 * @return the revision that the form shows from now on, 0 for none
	 * @throws NotAllowed for strangers, and for those who may not edit the post
	 * @throws NotFound where there is no such post to edit
	 * @throws Refused where the text is too long, or the member has too many drafts
	 */
	public long keep(ViewedTopic topic, Place place, String text, Map<String, List<String>> form, long known) {
		var author = topic.viewer();
		author.id();
		var body = Post.plain(text);
		if (body.length() > LONGEST) {
			throw new Refused("draft.too-long", LONGEST);
		}
		var key = new DraftKey(topic.id(), author, place);
		if ((place.kind() == Place.Kind.EDIT) ? this.posted.isVersionOf(topic, place.post(), body) : body.isBlank()) {
			this.store.lockNewest(key)
				.filter((one) -> one.revision() == known)
				.ifPresent((one) -> this.own.discard(one.id(), author));
			return 0;
		}
		if (this.posted.isOf(topic, form, body)) {
			return 0;
		}
		var fields = written(form);
		this.quota.makeRoom(key, body, fields);
		return this.store.add(key, body, fields).orElseGet(() -> overwrite(key, body, fields, known));
	}

	/**
	 * The text of a place was posted: its draft is deleted. What the text does not
	 * contain and its form had not shown stays as a copy.
	 */
	void posted(TopicId topic, Viewer author, Place place, String text, long known) {
		var key = new DraftKey(topic, author, place);
		this.store.lockNewest(key).ifPresent((newest) -> {
			var body = Post.plain(text);
			if (newest.revision() == known || body.contains(newest.body())) {
				this.store.delete(newest);
			}
			else {
				this.store.makeCopy(newest);
			}
			this.store.deleteCopiesIn(key, body);
		});
	}

	private long overwrite(DraftKey key, String body, String fields, long known) {
		var newest = this.store.lockNewest(key).orElseThrow();
		if (newest.revision() != known && !body.contains(newest.body())) {
			this.store.copy(newest);
		}
		this.store.deleteCopiesIn(key, body);
		return this.store.overwrite(newest, key, body, fields);
	}

	private String written(Map<String, List<String>> form) {
		var kept = new LinkedHashMap<String, List<String>>();
		var room = FIELDS;
		for (var field : form.entrySet()) {
			var values = field.getValue()
				.stream()
				.filter((value) -> value.length() <= LONGEST_FIELD)
				.map(Post::plain)
				.limit(room)
				.toList();
			room -= values.size();
			kept.put(field.getKey(), values);
		}
		return this.json.writeValueAsString(kept);
	}

}
