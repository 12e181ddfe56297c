package verify

// pictureName is the name under which a page finds the picture that it is; the content, whose sum is promised, shows it
// by this name.
const pictureName = "Picture"

// picture compares the picture that a page of an original is with the ledger's: its samples, and what they mean, by
// their sum, and that it has the measures that the ledger gives.
func (c *checker) picture(i int) {
	o := c.pages[i].original
	if o.Format == "" && len(o.Pictures) == 0 {
		return
	}
	k := i + 1 - o.First
	found := false
	if k < len(o.Pictures) {
		want := o.Pictures[k]
		at := c.doc.Dict(c.doc.Dict(c.pages[i].pdf.Dict["Resources"])["XObject"])[pictureName]
		d := c.doc.Dict(at)
		width, _ := c.doc.Int(d["Width"])
		height, _ := c.doc.Int(d["Height"])
		sum, err := c.file.PictureSum(c.doc, at)
		found = err == nil && sum == want.SHA256 && width == want.Width && height == want.Height
	}
	if !found {
		c.fault(OriginalPicture, i+1, "file", o.File, "number", itoa(k+1))
	}
}
