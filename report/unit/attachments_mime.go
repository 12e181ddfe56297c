package unit

import (
	"strings"

	"rapporteur/sources/pattern"
)

// mimeTypes are the types of files that come with documents, by the ends of their names.
var mimeTypes = map[string]string{
	"pdf": "application/pdf", "txt": "text/plain", "md": "text/markdown",
	"csv": "text/csv", "tsv": "text/tab-separated-values",
	"xml": "application/xml", "json": "application/json", "rtf": "application/rtf",
	"htm": "text/html", "html": "text/html",
	"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "tif": "image/tiff",
	"tiff": "image/tiff", "svg": "image/svg+xml", "webp": "image/webp", "bmp": "image/bmp", "zip": "application/zip",
	"doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	"odt":  "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
	"odp": "application/vnd.oasis.opendocument.presentation", "epub": "application/epub+zip", "eml": "message/rfc822",
	"mp3": "audio/mpeg", "wav": "audio/wav", "mp4": "video/mp4", "mov": "video/quicktime", "ics": "text/calendar",
}

// unknownType is the type of bytes of which nothing is known (RFC 2046, 4.5.1).
const unknownType = "application/octet-stream"

var mimeShape = pattern.Of(`^[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$`)

// mimeOf is the type of a file: as it is given where that is one, else by the end of its name.
func mimeOf(given, name string) string {
	if given = strings.ToLower(given); mimeShape.MatchString(given) {
		return given
	}
	if t := mimeTypes[ending(name)]; t != "" {
		return t
	}
	return unknownType
}

// endingOf is the end of the name of a file of a type, with its dot: the first of those that have it, in their order.
func endingOf(mime string) string {
	best := ""
	for end, t := range mimeTypes {
		if t == mime && (best == "" || end < best) {
			best = end
		}
	}
	if best == "" {
		return ".dat"
	}
	return "." + best
}
