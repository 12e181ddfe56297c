package gather

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/report/states"
	"rapporteur/sources/diag"
	"rapporteur/sources/guard"
	"rapporteur/sources/mail"
	"rapporteur/sources/pdf"
)

// mails are how the names of messages end.
var mails = []string{".eml", ".msg"}

// letter is what a message says of the files that came with it.
type letter struct{ folder, subject, sender string }

// unpacked is added to the name of a message for the folder of what is attached to it.
const unpacked = " attachments"

// unpack lays what is attached to the messages in the folder into folders beside them, once each: what an editor took
// away from there does not come back. Files that are there already stay as they are.
func (w *walker) unpack() error {
	messages, files := 0, 0
	err := filepath.WalkDir(w.dir, func(name string, entry fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(w.dir, name)
		switch {
		case w.ctx.Err() != nil:
			return w.ctx.Err()
		case err != nil || relErr != nil:
			return nil // walk tells it
		case entry.IsDir() && rel != "." && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case !entry.Type().IsRegular() || !slices.Contains(mails, strings.ToLower(filepath.Ext(name))):
			return nil
		}
		n, err := w.message(filepath.ToSlash(rel), name)
		if n > 0 {
			messages, files = messages+1, files+n
		}
		return err
	})
	if files > 0 {
		w.bag.Add("import-mail", diag.Pos{}, diag.Args{"messages": strconv.Itoa(messages),
			"count": strconv.Itoa(files)})
	}
	return err
}

// message unpacks one message, and gives how many files it wrote.
func (w *walker) message(rel, name string) (int, error) {
	info, err := os.Stat(name)
	if err != nil || info.Size() > pdf.MaxFile {
		return 0, nil // walk tells it
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return 0, nil
	}
	var m *mail.Message
	err = guard.Do("reading "+rel, func() (err error) {
		m, err = mail.Read(data)
		return err
	})
	w.opened[rel] = true
	if err != nil {
		w.tell("import-mail-none", rel, nil)
		return 0, nil
	}
	own := w.speaks(m)
	if own {
		m.Files = append(m.Files, m.Own())
	}
	folder := rel + unpacked
	_, err = os.Lstat(filepath.Join(w.dir, filepath.FromSlash(folder)))
	fresh := err != nil
	var left []string
	taken, laid := 0, map[string][]byte{}
	for _, f := range m.Files {
		if _, code := kindOf(f.Name, f.Data); code != "" {
			left = append(left, f.Name)
			continue
		}
		taken++
		at := w.free(folder, f.Name)
		w.letters[at] = &letter{folder, f.Subject, f.Sender}
		if fresh {
			laid[path.Base(at)] = f.Data
		}
	}
	if own && fresh {
		w.tell("import-mail-taken", rel, diag.Args{"name": m.Files[len(m.Files)-1].Name})
	}
	w.tellMessage(rel, m, taken, left, fresh && !own)
	return len(laid), lay(filepath.Join(w.dir, filepath.FromSlash(folder)), laid)
}

// speaks reports whether a message is a statement itself: it has nothing for a report with it, and says much.
func (w *walker) speaks(m *mail.Message) bool {
	return long(m.Text) >= ownStatement && !slices.ContainsFunc(m.Files, func(f mail.File) bool {
		_, code := kindOf(f.Name, f.Data)
		return code == ""
	})
}

// draft is added to the name of a folder until all of its files are in it.
const draft = ".rapporteur-part"

// lay makes a folder of files, whole or not at all.
func lay(folder string, files map[string][]byte) error {
	if len(files) == 0 {
		return nil
	}
	if err := os.RemoveAll(folder + draft); err != nil { // of a run that was broken off
		return err
	}
	if err := os.Mkdir(folder+draft, 0o777); err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder+draft, name), data, 0o666); err != nil {
			return err
		}
	}
	return os.Rename(folder+draft, folder)
}

// free gives a path in a folder that no file of the same message has.
func (w *walker) free(folder, name string) string {
	end := path.Ext(name)
	stem := strings.TrimSuffix(name, end)
	at := folder + "/" + name
	for n := 2; w.letters[at] != nil; n++ {
		at = folder + "/" + stem + "-" + strconv.Itoa(n) + end
	}
	return at
}

const (
	// ownWords is how many words a message has that may say something itself, and not only what is attached.
	ownWords = 60
	// ownStatement is how many it has that is a statement: about a minute's.
	ownStatement = 120
)

// long counts the words of a text; in Chinese, where nothing stands between them, two characters are one.
func long(text string) int {
	han := 0
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			han++
		}
	}
	return len(strings.Fields(text)) + han/2
}

// tellMessage tells what of a message could not be taken.
func (w *walker) tellMessage(rel string, m *mail.Message, taken int, left []string, fresh bool) {
	if m.Broken {
		why := diag.Args{}
		switch {
		case errors.Is(m.Cause, mail.ErrCut):
			why["cut"] = strconv.Itoa(taken)
		case errors.Is(m.Cause, mail.ErrTooMuch):
			why["much"] = strconv.Itoa(taken)
		default:
			why["damaged"] = strconv.Itoa(taken)
		}
		w.tell("import-mail-broken", rel, why)
	}
	if !fresh {
		return
	}
	if words := strings.Fields(m.Text); taken > 0 && long(m.Text) >= ownWords {
		w.tell("import-mail-words", rel, diag.Args{"begins": strings.Join(words[:min(len(words), 8)], " ")})
	}
	if taken == 0 && !m.Broken {
		w.tell("import-mail-empty", rel, diag.Args{"subject": m.Subject})
	}
	if len(left) > 0 {
		w.tell("import-mail-left", rel, diag.Args{"files": strings.Join(left, ", ")})
	}
}

// addressed guesses whose a file is from the subject of the message that it came with.
func (f *file) addressed() {
	if f.letter == nil || f.party != nil || f.role != "" {
		return
	}
	if p, _, _ := states.In(states.Folded(f.letter.subject)); p != nil && p.Key != states.Nations {
		f.party, f.sure = p, true
	}
}

// sent guesses it from who sent the message, where nothing else says it.
func (f *file) sent() {
	if f.letter == nil || f.party != nil || f.role != "" {
		return
	}
	if p, _, _ := states.In(states.Folded(f.letter.sender)); p != nil && p.Key != states.Nations {
		f.party = p
	}
}
