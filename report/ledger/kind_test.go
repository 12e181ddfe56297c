package ledger

import "testing"

// TestTheAccountsWord: verify knows a kind by the word that the account has for it, and goes by what its pages are
// like: the word must say the same of them.
func TestTheAccountsWord(t *testing.T) {
	for kind, has := range traits {
		if word := kind.Account(); traits[word] != has {
			t.Errorf("%s has traits %b, and is listed as %s with %b", kind, has, word, traits[word])
		}
	}
	if Session.Account() != Chapter {
		t.Errorf("a session is listed as %s", Session.Account())
	}
}
