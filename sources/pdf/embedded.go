package pdf

import (
	"path"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Embedded is what a file specification says of the file that is embedded with it (ISO 32000-1, 7.11.3 and 7.11.4).
// What the file does not say is empty.
type Embedded struct {
	Name         string // its last part, whatever folders stand before it
	Description  string
	Relationship string // AFRelationship (ISO 32000-2, 7.11.3)
	MIME         string // as the stream's Subtype has it
	Created      string // as written: D:20120301…
	Modified     string
	Size         int // that the file claims; -1 none
	CheckSum     []byte
	Stream       int // its object number; 0 where the specification leads to none
}

// fileKeys are where names and streams stand, the best first: the newest form, then those of systems of old.
var fileKeys = []string{"UF", "F", "Unix", "Mac", "DOS"}

// Embedded reads a file specification; false for one that embeds nothing, such as one that is a name alone.
func (d *Document) Embedded(spec types.Object) (Embedded, bool) {
	s := d.Dict(spec)
	e := Embedded{Size: -1, Relationship: d.Name(s["AFRelationship"])}
	if b, ok := d.String(spec); ok {
		e.Name = baseName(Text(b))
	}
	for _, k := range fileKeys {
		if b, ok := d.String(s[k]); ok && e.Name == "" {
			e.Name = baseName(Text(b))
		}
	}
	if b, ok := d.String(s["Desc"]); ok {
		e.Description = Text(b)
	}
	ef := d.Dict(s["EF"])
	if ef == nil {
		return e, false
	}
	var stream types.Dict
	for _, k := range fileKeys {
		if v, ok := d.Resolve(ef[k]).(types.StreamDict); ok && RefNumber(ef[k]) > 0 {
			e.Stream, stream = RefNumber(ef[k]), v.Dict
			break
		}
	}
	e.MIME = d.Name(stream["Subtype"])
	params := d.Dict(stream["Params"])
	if n, ok := d.Int(params["Size"]); ok {
		e.Size = n
	}
	e.CheckSum, _ = d.String(params["CheckSum"])
	for key, to := range map[string]*string{"CreationDate": &e.Created, "ModDate": &e.Modified} {
		if b, ok := d.String(params[key]); ok {
			*to = string(b)
		}
	}
	return e, true
}

// baseName is the last part of a path of any system; "" when there is none.
func baseName(name string) string {
	name = strings.ReplaceAll(name, "\\", "/")
	if strings.Trim(name, "/ ") == "" {
		return ""
	}
	return path.Base(name)
}

// Keyless reports whether the file was opened without a key because its pages need none: what it has encrypted,
// attachments mostly, cannot be read.
func (d *Document) Keyless() bool { return d.keyless }
