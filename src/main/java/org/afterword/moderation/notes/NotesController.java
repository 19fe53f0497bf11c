package org.afterword.moderation.notes;

import java.util.List;

import org.afterword.conversation.PostLookup;
import org.afterword.kernel.Listed;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.topic.Topics;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Private notes about a post and about a member. */
@Controller
class NotesController {

	private final StaffNotes notes;

	private final PostLookup posts;

	private final Topics topics;

	private final Members members;

	NotesController(StaffNotes notes, PostLookup posts, Topics topics, Members members) {
		this.notes = notes;
		this.posts = posts;
		this.topics = topics;
		this.members = members;
	}

	@GetMapping("/topics/{slug}/posts/{number}/notes")
	String ofPost(@PathVariable Slug slug, @PathVariable int number, @RequestParam(defaultValue = "0") long before,
			Viewer viewer, Model model) {
		model.addAttribute("note", new NoteForm(""));
		return postPage(slug, number, before, viewer, model);
	}

	@PostMapping("/topics/{slug}/posts/{number}/notes")
	String addToPost(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@ModelAttribute("note") NoteForm form, BindingResult errors, Model model, RedirectAttributes after) {
		var topic = this.topics.get(slug, viewer).id();
		try {
			this.notes.add(topic, this.posts.id(topic, number), form.words(), viewer);
			after.addFlashAttribute("done", "notes.done");
			return "redirect:/topics/%s/posts/%s/notes".formatted(slug, number);
		}
		catch (Refused refused) {
			errors.rejectValue("words", refused.key(), refused.arguments(), refused.key());
			return postPage(slug, number, 0, viewer, model);
		}
	}

	@GetMapping("/members/{handle}/notes")
	String ofMember(@PathVariable Handle handle, @RequestParam(defaultValue = "0") long before, Viewer viewer,
			Model model) {
		model.addAttribute("note", new NoteForm(""));
		return memberPage(handle, before, viewer, model);
	}

	@PostMapping("/members/{handle}/notes")
	String addToMember(@PathVariable Handle handle, Viewer viewer, @ModelAttribute("note") NoteForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		mustFacilitate(viewer);
		try {
			this.notes.add(this.members.get(handle).id(), form.words(), viewer);
			after.addFlashAttribute("done", "notes.done");
			return "redirect:/members/%s/notes".formatted(handle);
		}
		catch (Refused refused) {
			errors.rejectValue("words", refused.key(), refused.arguments(), refused.key());
			return memberPage(handle, 0, viewer, model);
		}
	}

	private String postPage(Slug slug, int number, long before, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("read notes about a post");
		var notes = this.notes.of(topic.id(), this.posts.id(topic.id(), number), before, viewer);
		return page("/topics/%s/posts/%s".formatted(slug, number), "#" + number, notes, model);
	}

	private String memberPage(Handle handle, long before, Viewer viewer, Model model) {
		mustFacilitate(viewer);
		var member = this.members.get(handle);
		return page("/members/" + handle, member.name(), this.notes.of(member.id(), before, viewer), model);
	}

	private static void mustFacilitate(Viewer viewer) {
		if (!viewer.isFacilitator()) {
			throw new NotAllowed("read notes about a member");
		}
	}

	private static String page(String address, String about, List<NoteView> notes, Model model) {
		model.addAttribute("address", address);
		model.addAttribute("about", about);
		var part = Listed.of(notes, StaffNotes.PAGE);
		model.addAttribute("notes", part.shown());
		model.addAttribute("next", part.next((last) -> address + "/notes?before=" + last.id()));
		return "moderation/notes";
	}

}
