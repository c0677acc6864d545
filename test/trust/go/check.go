// Checks a folder of signed releases with the Go project's own packages for signed notes and
// transparent logs, and says what it checked. It shares no code with Plumbline.
package main

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// witness verifies cosignatures (C2SP tlog-cosignature), which the note package does not know.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	timed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(w.key, []byte(timed), sig[8:])
}

// tiles reads the log's tiles as tlog asks for them.
type tiles struct{ dir string }

func (t tiles) Height() int                   { return 8 }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		bytes, err := os.ReadFile(filepath.Join(t.dir, strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func main() {
	releases := os.Args[1]
	dir := filepath.Join(releases, "log")
	verifiers := readVerifiers(read(dir, "policy"))
	size, root, signed := openCheckpoint(read(dir, "checkpoint"), verifiers)
	tree := tlog.Tree{N: size, Hash: root}
	hashes := tlog.TileHashReader(tree, tiles{dir})
	entries := readEntries(dir, size)
	for index, entry := range entries {
		proof, err := tlog.ProveRecord(size, int64(index), hashes)
		check(err)
		check(tlog.CheckRecord(proof, size, root, int64(index), tlog.RecordHash(entry)))
	}
	earlier := 0
	for n := int64(1); n < size; n++ {
		text, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("checkpoint.%d", n)))
		check(err)
		oldSize, oldRoot, _ := openCheckpoint(string(text), verifiers)
		proof, err := tlog.ProveTree(size, oldSize, hashes)
		check(err)
		check(tlog.CheckTree(proof, size, root, oldSize, oldRoot))
		earlier++
	}
	proofs := checkProofs(releases, entries, verifiers)
	fmt.Printf("%d signatures, %d entries, %d earlier checkpoints, %d proofs\n",
		signed, len(entries), earlier, proofs)
}

// checkProofs checks every tlog-proof of a release against the entry that it speaks of.
func checkProofs(releases string, entries [][]byte, verifiers note.Verifiers) int {
	paths, err := filepath.Glob(filepath.Join(releases, "*", "*", "release.tlog-proof"))
	check(err)
	for _, path := range paths {
		head, checkpoint, _ := strings.Cut(read("", path), "\n\n")
		size, root, _ := openCheckpoint(checkpoint, verifiers)
		lines := strings.Split(head, "\n")
		var index int64
		fmt.Sscanf(lines[1], "index %d", &index)
		var proof tlog.RecordProof
		for _, line := range lines[2:] {
			hash, err := tlog.ParseHash(line)
			check(err)
			proof = append(proof, hash)
		}
		check(tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entries[index])))
	}
	return len(paths)
}

func readVerifiers(policy string) note.Verifiers {
	var list []note.Verifier
	for _, line := range strings.Split(policy, "\n") {
		words := strings.Fields(line)
		if len(words) == 2 && words[0] == "log" {
			verifier, err := note.NewVerifier(words[1])
			check(err)
			list = append(list, verifier)
		}
		if len(words) == 3 && words[0] == "witness" {
			parts := strings.SplitN(words[2], "+", 3)
			key, err := base64.StdEncoding.DecodeString(parts[2])
			check(err)
			var hash uint32
			fmt.Sscanf(parts[1], "%x", &hash)
			list = append(list, witness{parts[0], hash, key[1:]})
		}
	}
	return note.VerifierList(list...)
}

func openCheckpoint(text string, verifiers note.Verifiers) (int64, tlog.Hash, int) {
	opened, err := note.Open([]byte(text), verifiers)
	check(err)
	if len(opened.UnverifiedSigs) > 0 {
		log.Fatal("a signature is not by a key of the policy")
	}
	lines := strings.Split(opened.Text, "\n")
	var size int64
	fmt.Sscanf(lines[1], "%d", &size)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return size, root, len(opened.Sigs)
}

func readEntries(dir string, size int64) [][]byte {
	var entries [][]byte
	for bundle := int64(0); bundle*256 < size; bundle++ {
		path := fmt.Sprintf("tile/entries/%03d", bundle)
		if rest := size - bundle*256; rest < 256 {
			path += fmt.Sprintf(".p/%d", rest)
		}
		for data := []byte(read(dir, path)); len(data) > 0; {
			length := binary.BigEndian.Uint16(data)
			entries = append(entries, data[2:2+length])
			data = data[2+length:]
		}
	}
	for _, entry := range entries {
		if !json.Valid(entry) {
			log.Fatal("an entry is not JSON")
		}
	}
	return entries
}

func read(dir, path string) string {
	bytes, err := os.ReadFile(filepath.Join(dir, path))
	check(err)
	return string(bytes)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
