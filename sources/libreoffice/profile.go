package libreoffice

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// profileFolder is the name of the profile in the folder of a conversion.
const profileFolder = "profile"

// settings are those of the program's registry that a conversion relies on, by their places below org.openoffice.
var settings = []struct{ place, name, value string }{
	// What the PDF is: tagged, with all fonts, for PDF/UA-1 and PDF/A-3b; without reviewers' notes.
	{"Office.Common/Filter/PDF/Export", "PDFUACompliance", "true"},
	{"Office.Common/Filter/PDF/Export", "UseTaggedPDF", "true"},
	{"Office.Common/Filter/PDF/Export", "SelectPdfVersion", "3"},
	{"Office.Common/Filter/PDF/Export", "ExportNotes", "false"},
	{"Office.Common/Filter/PDF/Export", "ExportBookmarks", "true"},
	// Nothing in the file acts.
	{"Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
	{"Office.Common/Security/Scripting", "MacroSecurityLevel", "3"},
	{"Office.Common/Security/Scripting", "DisableActiveContent", "true"},
	{"Office.Java/VirtualMachine", "Enable", "false"},
	// Nothing is fetched from outside of it, be it from the network or from the machine.
	{"Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
	{"Office.Writer/Content/Update", "Link", "2"},
	{"Office.WriterWeb/Content/Update", "Link", "2"},
	{"Office.Calc/Content/Update", "Link", "1"},
	{"Inet/Settings", "ooInetProxyType", "2"},
	{"Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"},
	{"Inet/Settings", "ooInetHTTPProxyPort", "9"},
	{"Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"},
	{"Inet/Settings", "ooInetHTTPSProxyPort", "9"},
	// What is calculated stands as it was saved.
	{"Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"},
	{"Office.Calc/Formula/Load", "ODFRecalcMode", "1"},
	// The same on every machine: A4 where a file does not say its paper.
	{"Setup/L10N", "ooSetupSystemLocale", "en-GB"},
	// It asks nothing, and looks for nothing.
	{"Office.Common/Misc", "FirstRun", "false"},
	{"Office.Recovery/AutoSave", "Enabled", "false"},
	{"Office.Recovery/RecoveryInfo", "Enabled", "false"},
}

// writeProfile writes the profile of one conversion into its folder. Settings that a version does not know it leaves
// aside.
func writeProfile(work string) error {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` + "\n")
	for _, s := range settings {
		fmt.Fprintf(&b, `<item oor:path="/org.openoffice.%s"><prop oor:name="%s" oor:op="fuse"><value>%s</value>`+
			"</prop></item>\n", s.place, s.name, s.value)
	}
	b.WriteString("</oor:items>\n")
	user := filepath.Join(work, profileFolder, "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(b.String()), 0o600)
}
