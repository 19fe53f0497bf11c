package org.afterword.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.afterword.kernel.Html;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.kernel.address.WebAddress;
import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.Viewer;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicAccess;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/** Anything written in a topic. Its number stays, whatever becomes of its words. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Post {

	/** Raised when the renderer writes other HTML, so that old posts can be found. */
	public static final int RENDERER = 3;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private TopicId topicId;

	private @Nullable Integer number;

	private @Nullable TopicId writtenIn;

	private @Nullable MemberId authorMemberId;

	private @Nullable PlaceholderId authorPlaceholderId;

	private @Nullable PostId parentId;

	private String bodyMarkdown;

	private Html bodyHtml;

	private String excerpt;

	private int rendererVersion;

	@Enumerated(EnumType.STRING)
	private PostState state = PostState.PUBLISHED;

	private @Nullable String stateReason;

	private @Nullable MemberId stateBy;

	private @Nullable Instant stateAt;

	private Instant writtenAt;

	private @Nullable Instant editedAt;

	private int revision = 1;

	private boolean asksSources = true;

	@Version
	private int version;

	protected Post() {
	}

	/** Neither published nor held yet; its text is stored as it was read. */
	public Post(TopicId topicId, MemberId author, @Nullable PostId parent, Reply reply, Instant now) {
		this.topicId = topicId;
		this.authorMemberId = author;
		this.parentId = parent;
		this.bodyMarkdown = WebAddress.cleaned(reply.words());
		this.asksSources = reply.asks();
		this.writtenAt = now;
	}

	public PostId id() {
		return new PostId(Objects.requireNonNull(this.id));
	}

	public TopicId topicId() {
		return this.topicId;
	}

	/** The topic to which the numbers in its text refer; it may have moved since. */
	public TopicId home() {
		return (this.writtenIn != null) ? this.writtenIn : this.topicId;
	}

	public boolean hasMoved() {
		return this.writtenIn != null;
	}

	/** Only what has been published has a number. */
	public int number() {
		return Objects.requireNonNull(this.number);
	}

	public @Nullable MemberId author() {
		return this.authorMemberId;
	}

	public String markdown() {
		return this.bodyMarkdown;
	}

	public PostState state() {
		return this.state;
	}

	public int revision() {
		return this.revision;
	}

	/** The first post of its topic. */
	public boolean isOpening() {
		return this.number != null && this.number == 1;
	}

	/** Whether sources that it announces without an address wait for one. */
	public boolean asksSources() {
		return this.asksSources;
	}

	/** How its words look, and how they begin. */
	public void rendered(Html html, String text) {
		this.bodyHtml = html;
		this.excerpt = PostLookup.cut(text);
		this.rendererVersion = RENDERER;
	}

	public boolean isBy(Viewer viewer) {
		return viewer.is(this.authorMemberId);
	}

	/**
	 * @throws Refused where its words are not shown
	 */
	public void mustBeShown() {
		if (this.state != PostState.PUBLISHED) {
			throw new Refused("answer.not-shown", number());
		}
	}

	/** What the audit log records that somebody has done to it. */
	public StaffAct act(Viewer by, Act act, Map<String, String> before, Map<String, String> after) {
		return act(by, act, before, after, null);
	}

	public StaffAct act(Viewer by, Act act, Map<String, String> before, Map<String, String> after,
			@Nullable String reason) {
		return new StaffAct(by.id(), act, StaffAct.Subject.POST, id().value(), this.topicId.value(), before, after,
				reason);
	}

	/** What is not shown any more stays readable for its author and facilitators. */
	public boolean mayBeReadBy(Viewer viewer, TopicAccess access) {
		return this.state == PostState.PUBLISHED || isBy(viewer) || access.facilitates();
	}

	/** The author can edit a hidden post, so that there is a reason to restore it. */
	public boolean mayBeEditedBy(Viewer viewer, TopicAccess access) {
		return (this.state == PostState.PUBLISHED && (isBy(viewer) || access.facilitates()))
				|| (this.state == PostState.HIDDEN && isBy(viewer));
	}

	/**
	 * @throws NotAllowed for those who may not edit it; its author learns that it was
	 * removed meanwhile
	 */
	public void mustBeEditableBy(Viewer viewer, TopicAccess access) {
		if (mayBeEditedBy(viewer, access)) {
			return;
		}
		var removed = this.state == PostState.REMOVED && isBy(viewer);
		throw new NotAllowed("edit post " + this.number, removed ? "edit.removed" : null,
				removed ? "edit.removed.kept" : null);
	}

	/** The opening stays: without it there is no topic. */
	boolean mayBeWithdrawnBy(Viewer viewer) {
		return this.state == PostState.PUBLISHED && isBy(viewer) && number() != 1;
	}

	boolean mayBeHiddenBy(TopicAccess access) {
		return this.state == PostState.PUBLISHED && access.facilitates() && number() != 1;
	}

	boolean mayBeRemovedBy(TopicAccess access) {
		return mayBeHiddenBy(access) || (this.state == PostState.HIDDEN && access.facilitates());
	}

	boolean mayBeRestoredBy(TopicAccess access) {
		return (this.state == PostState.HIDDEN || this.state == PostState.REMOVED) && access.facilitates();
	}

	/** The opening is about the whole topic. */
	public boolean mayBeLinkedBy(Viewer viewer, TopicAccess access) {
		return this.state == PostState.PUBLISHED && number() != 1 && (isBy(viewer) || access.facilitates());
	}

	/** False when it reads so already. */
	public boolean edit(String markdown, Instant now) {
		if (plain(markdown).equals(plain(this.bodyMarkdown))) {
			return false;
		}
		this.bodyMarkdown = WebAddress.cleaned(markdown);
		this.editedAt = now;
		this.revision++;
		return true;
	}

	/** With its number, because it has been readable since then. */
	public void publish(int given) {
		this.number = given;
	}

	/** It waits for a facilitator, or does so again. */
	public void hold(Instant now) {
		become(PostState.HELD, null, null, now);
	}

	/** It waits for its author. */
	public void sendBack(MemberId by, String reason, Instant now) {
		become(PostState.HELD, by, reason, now);
	}

	/** Changes before publication are no edits to its readers. */
	public void approve(int given, MemberId by, Instant now) {
		this.number = given;
		this.revision = 1;
		this.editedAt = null;
		become(PostState.PUBLISHED, by, null, now);
	}

	public void withdraw(Instant now) {
		become(PostState.WITHDRAWN, null, null, now);
	}

	void hide(MemberId by, String reason, Instant now) {
		become(PostState.HIDDEN, by, reason, now);
	}

	void remove(MemberId by, String reason, Instant now) {
		become(PostState.REMOVED, by, reason, now);
	}

	void restore(MemberId by, Instant now) {
		become(PostState.PUBLISHED, by, null, now);
	}

	/**
	 * Its author leaves and its text is erased; its place stays. A post that was never
	 * published stays with nobody.
	 * @param line that stands where the opening of a topic stood
	 */
	public void erase(MemberId author, String line, Instant now) {
		var opening = isOpening();
		this.bodyMarkdown = opening ? line : "";
		if (this.state == PostState.PUBLISHED && !opening) {
			withdraw(now);
		}
		else if (this.state == PostState.HELD) {
			sendBack(author, "", now);
		}
	}

	/** Whether its author withdrew it, or left, before anybody else could read it. */
	public boolean isTakenBack() {
		return this.state == PostState.HELD && this.stateBy != null && this.stateBy.equals(this.authorMemberId);
	}

	/** Who brought it into its state; null where that was its author, or nobody. */
	public @Nullable MemberId stateBy() {
		return this.stateBy;
	}

	public @Nullable Instant stateAt() {
		return this.stateAt;
	}

	@Nullable String stateReason() {
		return this.stateReason;
	}

	/** When its words were written, or changed last. */
	public Instant wordsAt() {
		return (this.editedAt != null) ? this.editedAt : this.writtenAt;
	}

	private void become(PostState next, @Nullable MemberId by, @Nullable String reason, Instant now) {
		this.state = next;
		this.stateBy = by;
		this.stateReason = reason;
		this.stateAt = now;
	}

	/** One kind of line end, and no NUL, which PostgreSQL cannot store. */
	public static String plain(String words) {
		return WebAddress.cleaned(words.replace("\r\n", "\n").replace("\u0000", ""));
	}

}
