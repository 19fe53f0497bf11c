package org.afterword.account.administration;

import jakarta.validation.Valid;
import org.afterword.account.UnsentSettings;
import org.afterword.kernel.Forms;
import org.afterword.member.Handle;
import org.afterword.member.MemberView;
import org.afterword.member.Members;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one member signs in, for an administrator who helps them. */
@Controller
@RequestMapping(AccessController.ADDRESS)
class AccessController {

	static final String ADDRESS = "/members/{handle}/access";

	private final Access access;

	private final Members members;

	AccessController(Access access, Members members) {
		this.access = access;
		this.members = members;
	}

	@GetMapping
	String show(@PathVariable Handle handle, Viewer viewer, Model model) {
		model.addAttribute("form", new AccessForm(UnsentSettings.kept(model)));
		return page(this.members.get(handle), viewer, model);
	}

	@DeleteMapping("/codes")
	String endCodes(@PathVariable Handle handle, Viewer viewer, @Valid @ModelAttribute("form") AccessForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		var member = this.members.get(handle);
		return act(() -> this.access.endCodes(viewer, member.id(), form.reason()), "access.codes.ended", member, viewer,
				errors, model, after);
	}

	@DeleteMapping("/sessions")
	String signOut(@PathVariable Handle handle, Viewer viewer, @Valid @ModelAttribute("form") AccessForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		var member = this.members.get(handle);
		return act(() -> this.access.signOut(viewer, member.id(), form.reason()), "access.sessions.ended", member,
				viewer, errors, model, after);
	}

	private String act(Runnable act, String done, MemberView member, Viewer viewer, BindingResult errors, Model model,
			RedirectAttributes after) {
		return Forms.submit(errors, () -> {
			act.run();
			after.addFlashAttribute("done", done);
			return "redirect:/members/" + member.handle() + "/access";
		}, () -> page(member, viewer, model));
	}

	private String page(MemberView member, Viewer viewer, Model model) {
		model.addAttribute("access", this.access.of(viewer, member.id()));
		model.addAttribute("member", member);
		return "account/access";
	}

}
