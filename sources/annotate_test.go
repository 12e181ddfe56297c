package sources

import "testing"

// TestAnnotate: each key is explained above the line where it is met first, also those of one line, and below keys of
// the user's own; the manifest stays as it is.
func TestAnnotate(t *testing.T) {
	const manifest = `# Mine.
rapporteur: 1
report:
  title: "T # 1"
delegations:
  norway: {name: {en: Norway, fr: Norvège}, group: States}
sessions:
  - id: a
    statements:
      - {id: b, speaker: {role: Minister}}
      - {id: c, title: C}
`
	const want = `# Mine.
# rapporteur: The version of the manifest's format.
rapporteur: 1
# report: What the document is: its title, language and date.
report:
  # title: The report's title.
  title: "T # 1"
# delegations: The delegations, each under a short key that the rest of the manifest uses for it.
delegations:
  # name: The delegation's name, in each language of the report.
  # group: The heading it appears under in the list of participants.
  norway: {name: {en: Norway, fr: Norvège}, group: States}
# sessions: The meetings, in the order in which they were held.
sessions:
  # id: A short unique name, which texts use to refer to it: [@…].
  - id: a
    # statements: The statements, in the order in which they were made.
    statements:
      # speaker: Who spoke: one person, or a list.
      # role: The person's office or function.
      - {id: b, speaker: {role: Minister}}
      # title: The statement's title.
      - {id: c, title: C}
`
	if got := Annotate(manifest, "en", nil); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := Annotate("report: {", "en", nil); got != "report: {" {
		t.Errorf("what is no YAML becomes %q", got)
	}
}
