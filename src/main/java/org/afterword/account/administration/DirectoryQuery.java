package org.afterword.account.administration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.afterword.kernel.NotFound;
import org.afterword.member.Handle;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.afterword.member.directory.Directory.Search;
import org.afterword.member.directory.Directory.State;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for in the list of members, as in its address.
 *
 * @param q part of a name, handle, organisation or country; empty for all
 * @param role empty for all
 * @param state empty for those who are members now
 * @param from the handle at which the part begins; null for the beginning
 */
record DirectoryQuery(String q, String role, String state, @Nullable String from) {

	/**
	 * Who is not a member yet: a state only here, because invitations are not members.
	 */
	private static final String INVITED = "invited";

	DirectoryQuery(@Nullable String q, @Nullable String role, @Nullable String state, @Nullable String from) {
		this.q = (q != null) ? q : "";
		this.role = (role != null) ? role : "";
		this.state = (state != null) ? state : "";
		this.from = from;
	}

	boolean isForInvited() {
		return this.state.equals(INVITED);
	}

	/**
	 * @throws NotFound if there is no such state or role
	 */
	Search toSearch() {
		var one = this.state.isEmpty() ? State.ACTIVE
				: State.of(this.state).orElseThrow(() -> new NotFound("members who are " + this.state));
		return new Search(this.q, toRole(), one, start());
	}

	/**
	 * Null for all.
	 * @throws NotFound if there is no such role
	 */
	@Nullable Role toRole() {
		return this.role.isEmpty() ? null : role(this.role);
	}

	static Role role(String word) {
		return Arrays.stream(Role.values())
			.filter((role) -> role.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new NotFound("role " + word));
	}

	/** Fills the form in which it was asked. */
	void show(Viewer viewer, Model model) {
		var states = Arrays.stream(State.values()).map(State::word);
		model.addAttribute("roles", Role.values());
		model.addAttribute("states",
				(viewer.isAdministrator() ? Stream.concat(states, Stream.of(INVITED)) : states).toList());
		model.addAttribute("q", this.q);
		model.addAttribute("role", (toRole() != null) ? this.role : "");
		model.addAttribute("state", this.state.isEmpty() ? State.ACTIVE.word() : this.state);
		model.addAttribute("from", start());
	}

	/** The address of another part of the same list. */
	String address(String start, String at) {
		var address = UriComponentsBuilder.fromPath("/members").queryParam(start, "{at}");
		var values = Map.of("at", at, "q", this.q, "role", this.role, "state", this.state);
		for (var name : List.of("q", "role", "state")) {
			if (!values.getOrDefault(name, "").isEmpty()) {
				address.queryParam(name, "{" + name + "}");
			}
		}
		return address.encode().buildAndExpand(values).toUriString();
	}

	private @Nullable Handle start() {
		return (this.from != null && Handle.matches(this.from)) ? new Handle(this.from) : null;
	}

}
