package document

import (
	"strconv"
	"strings"
)

// Ids that we give and ids of the manifest live in different namespaces: ours have a colon, which an id of the
// manifest cannot have (sources checks it: letters, digits and hyphens). So none of ours meets a user's, whatever
// users call their items. What users can refer to without giving it an id has one in their namespace: "summary",
// "annex-2".

// summaryID is the id of the summary, in the namespace of the manifest.
const summaryID = "summary"

// ownPrefix begins the ids of runs that belong to no item of the manifest.
const ownPrefix = "run:"

// own is the id of a run of ours.
func own(name string) string { return ownPrefix + name }

// ownName is the name within an id of ours, as the account has it.
func ownName(id string) string { return strings.TrimPrefix(id, ownPrefix) }

// originalID is the id of the n-th original of an item, from 0.
func originalID(item string, n int) string { return "original:" + item + ":" + strconv.Itoa(n+1) }

// FieldName is the name of the fields of an original's form taken together: its item's id, of a second original of the
// item with a number that no id can have.
func (o *Original) FieldName() string {
	name, n, _ := strings.Cut(strings.TrimPrefix(o.ID, "original:"), ":")
	if n == "1" {
		return name
	}
	return name + ":" + n
}

// dividerID is the id of the page before the n-th original of an item.
func dividerID(item string, n int) string { return "divider:" + item + ":" + strconv.Itoa(n+1) }

// debateID is the id of the heading over a session's debate.
func debateID(session string) string { return "debate:" + session }

// SpeakerID is the id of a statement's line in its session's list of speakers.
func SpeakerID(statement string) string { return "speaker:" + statement }

// citedID is the id of the n-th paragraph that the index names and that has none of its own, from 1.
func citedID(n int) string { return "cited:" + strconv.Itoa(n) }
