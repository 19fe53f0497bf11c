package org.afterword.imports;

import java.util.List;

import org.afterword.member.PersonalData;

import org.springframework.stereotype.Component;

@Component
class ImportPersonalData implements PersonalData {

	/** Without e-mail addresses, which belong to other people. */
	@Override
	public List<Kept> kept() {
		return List.of(new Kept("imports", List.of("import_batch.imported_by"),
				"""
						select t.title, '/topics/' || t.slug as address, b.imported_at as at, without_addresses(b.pasted) as words
						from import_batch b join topic t on t.id = b.topic_id where b.imported_by = :member order by b.id"""));
	}

}
