// Package report compiles a conference's manifest, texts and originals into its official report. This is the
// architecture document.
//
// Two ideas carry it. A report is a list of parts, and a part has one run. What the report consists of, in which
// order, with which ids, numbers, lines in the contents and items in the outline, is said once, in the spine
// (document.Part; a session's inside, document.Section); numbers, blocks, contents, ledger and dumps walk it. The
// ledger's contents and outline are the spine's and not what was composed of it, so that verify finds what composing
// forgot. A new part is a kind with its traits (ledger.Kind), a line in the spine, and a file in compose with its line
// in the table there; only what is special in it (numbers, items of the outline, lists of its own) is told elsewhere.
//
// A run is what starts on a page of its own (a chapter, a statement's text, a divider, an original); everything works
// a run at a time and forgets it. Assembly is a linker, and a unit is its object file: every run, typeset or received,
// ends in the same value (unit.Unit), which knows no page number, object number or neighbour, encodes and decodes, and
// has a key that names all it is made from; the linker numbers, patches, makes fonts from the union of glyphs, joins
// the trees and writes.
//
// The passes, each with a type that crosses to the next:
//
//	read      sources.Read     the manifest and its texts as written: *sources.Manifest
//	resolve   document.Resolve the report as meant, its parts in order: *document.Document
//	receive   receive          the originals, each opened, read and hashed once: *unit.Unit, and what was found
//	conform   conformance.Unit the units of the originals judged, and the whole: what the report may claim
//	compose   compose.Report   []*layout.Run of blocks, without a place; all numbers but pages are fixed
//	settle    layout.Settle    *layout.Pages: every page known, every printed reference true
//	plan      plan             *assembly.Plan: every page of the report, one line each, pure data
//	units     unit.Typeset     *unit.Unit of each typeset run, painted when the linker is about to ask for it
//	assemble  assembly.Write   the report's bytes
//	verify    verify.Check     the result reopened and compared with the ledger, which holds the plan
//
// A report in several languages is as many editions, each a report in one language from resolve on, which knows of no
// other; what they share are the manifest as read and the units of originals. A document of its own (a statement, the
// Chair's summary) is an extract: a document with some parts of the same spine, through the same passes.
//
// What a build makes is a list of artifacts (build.artifacts): PDFs, whose making asks for the units and assembles
// them, and ledgers, whose making verifies. publish.Folder puts them into the output folder, all or none.
//
// The order of folders is the order of imports: cmd, report, layout, sources, fonts; everything imports to the right.
// Up to plan a pass fails by diagnostics, all reported at once; after it
// only by errors, which are ours or the machine's.
package report
