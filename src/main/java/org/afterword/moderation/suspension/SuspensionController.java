package org.afterword.moderation.suspension;

import java.time.Clock;

import jakarta.validation.Valid;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Handle;
import org.afterword.member.MemberView;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.member.suspension.Suspensions;
import org.afterword.moderation.Purpose;
import org.afterword.moderation.Reasons;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Suspends a member for a time, and lifts a suspension. */
@Controller
@RequestMapping("/members/{handle}/suspension")
class SuspensionController {

	private final Members members;

	private final Suspensions suspensions;

	private final Reasons reasons;

	private final Clock clock;

	SuspensionController(Members members, Suspensions suspensions, Reasons reasons, Clock clock) {
		this.members = members;
		this.suspensions = suspensions;
		this.reasons = reasons;
		this.clock = clock;
	}

	@GetMapping
	String form(@PathVariable Handle handle, Viewer viewer, Model model) {
		var member = suspendable(handle, viewer);
		model.addAttribute("form", SuspensionForm.blank());
		return page(member, model);
	}

	@PostMapping
	String suspend(@PathVariable Handle handle, Viewer viewer, @Valid @ModelAttribute("form") SuspensionForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		var member = suspendable(handle, viewer);
		var reason = this.reasons.say(Purpose.SUSPENDING, form.reason(), form.words(), errors);
		if (!errors.hasErrors() && reason != null) {
			try {
				this.suspensions.suspend(member.id(), reason, this.clock.instant().plus(form.time()), viewer);
				return back(handle, "suspend.done", after);
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		return page(member, model);
	}

	@DeleteMapping
	String lift(@PathVariable Handle handle, Viewer viewer, RedirectAttributes after) {
		this.suspensions.lift(suspendable(handle, viewer).id(), viewer);
		return back(handle, "suspend.lifted", after);
	}

	private MemberView suspendable(Handle handle, Viewer viewer) {
		if (!viewer.isFacilitator()) {
			throw new NotAllowed("suspend a member");
		}
		var member = this.members.get(handle);
		if (!Suspensions.maySuspend(viewer, member)) {
			throw new NotAllowed("suspend member " + member.id(), "suspend.not-them");
		}
		return member;
	}

	private String page(MemberView member, Model model) {
		model.addAttribute("member", member);
		model.addAttribute("suspension", this.suspensions.find(member.id()).orElse(null));
		model.addAttribute("reasons", this.reasons.of(Purpose.SUSPENDING));
		model.addAttribute("days", SuspensionForm.DAYS);
		return "moderation/suspend";
	}

	private static String back(Handle handle, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/members/" + handle;
	}

}
