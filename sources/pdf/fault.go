package pdf

// Kind says why a file could not be opened.
type Kind int

const (
	// NotPDF: the bytes hold neither a PDF header nor PDF objects.
	NotPDF Kind = iota + 1
	// PasswordNeeded: the file is encrypted, the empty password does not open it and no other was given.
	PasswordNeeded
	// PasswordWrong: the file is encrypted and none of the given passwords opens it.
	PasswordWrong
	// Damaged: the file begins as a PDF but no page tree can be reached in it.
	Damaged
	// NoPages: the file can be read and its page tree is empty.
	NoPages
	// TooLarge: the file passes one of the limits of this package, or the context's deadline.
	TooLarge
	// Unsupported: the file is encrypted in a way that only its maker's reader knows.
	Unsupported
)

// String gives the kind as a short stable word.
func (k Kind) String() string {
	switch k {
	case NotPDF:
		return "not-pdf"
	case PasswordNeeded:
		return "password-needed"
	case PasswordWrong:
		return "password-wrong"
	case Damaged:
		return "damaged"
	case NoPages:
		return "no-pages"
	case TooLarge:
		return "too-large"
	case Unsupported:
		return "unsupported"
	}
	return "unknown"
}

// Fault is the error of Open: what is wrong with the file, in a word and in detail (English, for a log or a
// hint; it may name keywords of the format, never a password).
type Fault struct {
	Kind   Kind
	Detail string
	Format string // of a file that is NotPDF: what it is, one of the words of formatOf; "" where it is not known
	cause  error
}

// Error gives the kind and the detail.
func (f *Fault) Error() string {
	if f.Detail == "" {
		return f.Kind.String()
	}
	return f.Kind.String() + ": " + f.Detail
}

// Unwrap gives the cause where there is one: a context's error when the deadline passed.
func (f *Fault) Unwrap() error { return f.cause }

func fault(k Kind, detail string) *Fault { return &Fault{Kind: k, Detail: detail} }
