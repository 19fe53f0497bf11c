package org.afterword.account.administration;

import java.io.IOException;
import java.util.Locale;

import org.afterword.kernel.Forms;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Importing a list of members, for administrators: a preview first, then the import. */
@Controller
@RequestMapping("/administration/member-import")
class MemberImportController {

	private static final String PAGE = "account/member-import";

	private final MemberImport members;

	private final MemberImportPage page;

	MemberImportController(MemberImport members, MemberImportPage page) {
		this.members = members;
		this.page = page;
	}

	@GetMapping
	String form(Viewer viewer, Model model) {
		MemberImport.check(viewer);
		model.addAttribute("memberImport", new MemberImportForm(null, null));
		model.addAttribute("list", "");
		return PAGE;
	}

	/**
	 * Shows what the import would do.
	 * @param change anything, where the list itself is wanted back to change it
	 */
	@PostMapping
	String preview(Viewer viewer, @ModelAttribute("memberImport") MemberImportForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(required = false) @Nullable String change, Model model) throws IOException {
		MemberImport.check(viewer);
		model.addAttribute("list", form.list());
		if (change != null) {
			return PAGE;
		}
		var bytes = (file != null && !file.isEmpty()) ? file.getBytes() : null;
		return Forms.submit(errors, () -> {
			var list = (bytes != null) ? TextFile.read(bytes, PeopleList.LARGEST) : form.list();
			model.addAttribute("list", list);
			this.page.preview(this.members.preview(viewer, list), model);
			return PAGE;
		}, () -> PAGE);
	}

	@PostMapping("/people")
	String run(Viewer viewer, @ModelAttribute("memberImport") MemberImportForm form, BindingResult errors, Model model,
			Locale locale, RedirectAttributes after) {
		MemberImport.check(viewer);
		model.addAttribute("list", form.list());
		return Forms.submit(errors, () -> {
			this.page.done(this.members.run(viewer, form.list(), form.tell() != null), locale, after);
			return "redirect:/administration/member-import";
		}, () -> PAGE);
	}

	/**
	 * A list, as it was typed.
	 *
	 * @param tell null unless it was ticked
	 */
	record MemberImportForm(String list, @Nullable String tell) {

		MemberImportForm(@Nullable String list, @Nullable String tell) {
			this.list = (list != null) ? list : "";
			this.tell = tell;
		}

	}

}
