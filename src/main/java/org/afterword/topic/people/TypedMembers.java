package org.afterword.topic.people;

import java.util.Optional;

import org.afterword.kernel.Refused;
import org.afterword.member.Handle;
import org.afterword.member.MemberView;
import org.afterword.member.Members;

import org.springframework.stereotype.Component;

/** Members as people type them into a form: by handle, with or without an @. */
@Component
class TypedMembers {

	private final Members members;

	TypedMembers(Members members) {
		this.members = members;
	}

	Optional<MemberView> find(String typed) {
		var handle = typed.startsWith("@") ? typed.substring(1) : typed;
		return handle.matches(Handle.FORM) ? this.members.find(new Handle(handle)) : Optional.empty();
	}

	/**
	 * @throws Refused on this field where nothing was typed, or nobody is called so
	 */
	MemberView get(String typed, String field) {
		return find(typed).orElseThrow(() -> new Refused(typed.isEmpty() ? "people.no-handle" : "people.nobody",
				typed.startsWith("@") ? typed.substring(1) : typed)
			.on(field));
	}

}
