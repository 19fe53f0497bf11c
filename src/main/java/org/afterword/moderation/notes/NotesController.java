package org.afterword.moderation.notes;

import java.util.List;

import org.afterword.conversation.PostLookup;
import org.afterword.kernel.Forms;
import org.afterword.kernel.Listed;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.topic.ViewedTopic;

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

	private final Members members;

	NotesController(StaffNotes notes, PostLookup posts, Members members) {
		this.notes = notes;
		this.posts = posts;
		this.members = members;
	}

	@GetMapping("/topics/{slug}/posts/{number}/notes")
	String ofPost(ViewedTopic topic, @PathVariable int number, @RequestParam(defaultValue = "0") long before,
			Model model) {
		model.addAttribute("note", new NoteForm(""));
		return postPage(topic, number, before, model);
	}

	@PostMapping("/topics/{slug}/posts/{number}/notes")
	String addToPost(ViewedTopic topic, @PathVariable int number, Viewer viewer, @ModelAttribute("note") NoteForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		return Forms.submit(errors, () -> {
			this.notes.add(topic.id(), this.posts.id(topic.id(), number), form.words(), viewer);
			after.addFlashAttribute("done", "notes.done");
			return "redirect:/topics/%s/posts/%s/notes".formatted(topic.slug(), number);
		}, () -> postPage(topic, number, 0, model));
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
		return Forms.submit(errors, () -> {
			this.notes.add(this.members.get(handle).id(), form.words(), viewer);
			after.addFlashAttribute("done", "notes.done");
			return "redirect:/members/%s/notes".formatted(handle);
		}, () -> memberPage(handle, 0, viewer, model));
	}

	private String postPage(ViewedTopic topic, int number, long before, Model model) {
		topic.mustFacilitate("read notes about a post");
		var notes = this.notes.of(topic.id(), this.posts.id(topic.id(), number), before, topic.viewer());
		return page("/topics/%s/posts/%s".formatted(topic.slug(), number), "#" + number, notes, model);
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
