package org.afterword.conversation.writing;

import java.util.Optional;
import java.util.regex.Pattern;

import org.afterword.account.LocalPath;
import org.afterword.account.Unsent;
import org.afterword.account.UnsentForms;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.Topics;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps as drafts what was sent when nobody was signed in any more. */
@Component
class UnsentDrafts implements UnsentForms {

	private static final Pattern REPLY = Pattern.compile("/topics/([a-z0-9-]+)/replies");

	private static final Pattern EDIT = Pattern.compile("/topics/([a-z0-9-]+)/posts/([1-9][0-9]{0,8})/edit");

	private final Drafts drafts;

	private final Topics topics;

	UnsentDrafts(Drafts drafts, Topics topics) {
		this.drafts = drafts;
		this.topics = topics;
	}

	@Override
	public boolean take(Unsent form) {
		return (REPLY.matcher(form.path()).matches() || EDIT.matcher(form.path()).matches())
				&& !form.field("body").isBlank();
	}

	@Override
	public Optional<LocalPath> keep(Viewer author, Unsent form, RedirectAttributes after) {
		try {
			var reply = REPLY.matcher(form.path());
			if (reply.matches()) {
				return Optional.of(keepReply(Slug.of(reply.group(1)), author, form));
			}
			var edit = EDIT.matcher(form.path());
			return edit.matches()
					? Optional.of(keepEdit(Slug.of(edit.group(1)), Integer.parseInt(edit.group(2)), author, form))
					: Optional.empty();
		}
		catch (NotFound | NotAllowed | Moved | Refused ex) {
			return Optional.empty();
		}
	}

	private LocalPath keepReply(Slug slug, Viewer author, Unsent form) {
		var reply = ReplyForm.of(form.field("body"), form.fields(), form.field("draft"));
		var place = reply.place();
		this.drafts.keep(this.topics.viewed(slug, author), place, reply.body(), reply.fields(), reply.known());
		var query = (place.post() != null) ? "?to=" + place.post()
				: (place.question() != null) ? "?question=" + place.question() : "";
		return LocalPath.anywhere("/topics/" + slug + "/replies/new" + query);
	}

	private LocalPath keepEdit(Slug slug, int number, Viewer author, Unsent form) {
		var edit = EditForm.of(form.field("body"), form.fields(), form.field("draft"));
		this.drafts.keep(this.topics.viewed(slug, author), Place.edit(number), edit.body(), edit.fields(),
				edit.known());
		return LocalPath.anywhere("/topics/" + slug + "/posts/" + number + "/edit");
	}

}
