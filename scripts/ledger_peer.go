// Verifies a ledger's published files, and proofs about it, with golang.org/x/mod/sumdb: none of the code is ours.
//
//	ledger_peer LEDGER VKEY-FILE CASES
//
// The checkpoint's signature; every leaf against its entry; every tile against the signed root; every case of the file
// (lines of JSON, see Benchmarks/Peers): its proof must be accepted or refused as the case says, and a true one must
// have the bytes that x/mod makes of the same tiles.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func fail(format string, arguments ...any) {
	fmt.Fprintf(os.Stderr, "ledger_peer: "+format+"\n", arguments...)
	os.Exit(1)
}

func must[T any](value T, err error) T {
	if err != nil {
		fail("%v", err)
	}
	return value
}

// open verifies a signed checkpoint and returns its tree.
func open(signed []byte, verifier note.Verifier) tlog.Tree {
	opened := must(note.Open(signed, note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		fail("not a checkpoint of this log")
	}
	root := must(base64.StdEncoding.DecodeString(lines[2]))
	if len(root) != tlog.HashSize {
		fail("the root has %d bytes", len(root))
	}
	return tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64)), Hash: tlog.Hash(*(*[32]byte)(root))}
}

// tiles reads tile files; x/mod names them with their height, tlog-tiles does not.
type tiles struct{ directory string }

func (t tiles) Height() int                     { return height }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		name := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.directory, name))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

// entries hands out every published entry, in order.
func entries(directory string, size int64, each func(int64, []byte)) {
	for start := int64(0); start < size; start += 256 {
		tile := tlog.Tile{H: height, L: 0, N: start / 256, W: int(min(256, size-start))}
		name := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		data := must(os.ReadFile(filepath.Join(directory, name)))
		for index := start; index < start+int64(tile.W); index++ {
			length := int(binary.BigEndian.Uint16(data))
			each(index, data[2:2+length])
			data = data[2+length:]
		}
		if len(data) != 0 {
			fail("%s: %d bytes too many", name, len(data))
		}
	}
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

type claim struct {
	Kind       string
	Holds      bool
	First      int64
	Size       int64
	Leaf, Root string
	Proof      []string
	Note       string
}

func hash(text string) tlog.Hash {
	data := must(hex.DecodeString(text))
	if len(data) != tlog.HashSize {
		fail("a hash of %d bytes", len(data))
	}
	return tlog.Hash(*(*[32]byte)(data))
}

func hashes(texts []string) []tlog.Hash {
	all := []tlog.Hash{}
	for _, text := range texts {
		all = append(all, hash(text))
	}
	return all
}

// accepted is x/mod's verdict.
func (c claim) accepted() bool {
	if c.Kind == "inclusion" {
		return tlog.CheckRecord(hashes(c.Proof), c.Size, hash(c.Root), c.First, hash(c.Leaf)) == nil
	}
	return tlog.CheckTree(hashes(c.Proof), c.Size, hash(c.Root), c.First, hash(c.Leaf)) == nil
}

// same tells whether x/mod makes the same root and proof of the tiles.
func (c claim) same(reader tlog.HashReader) bool {
	if must(tlog.TreeHash(c.Size, reader)) != hash(c.Root) {
		return false
	}
	var proof []tlog.Hash
	if c.Kind == "inclusion" {
		proof = must(tlog.ProveRecord(c.Size, c.First, reader))
	} else {
		proof = must(tlog.ProveTree(c.Size, c.First, reader))
	}
	return fmt.Sprint(append([]tlog.Hash{}, proof...)) == fmt.Sprint(hashes(c.Proof))
}

func main() {
	if len(os.Args) != 4 {
		fail("usage: ledger_peer LEDGER VKEY-FILE CASES")
	}
	directory := os.Args[1]
	verifier := must(note.NewVerifier(strings.TrimSpace(string(must(os.ReadFile(os.Args[2]))))))
	var published tlog.Tree
	var reader tlog.HashReader
	if signed, err := os.ReadFile(filepath.Join(directory, "checkpoint")); err == nil {
		published = open(signed, verifier)
		reader = tlog.TileHashReader(published, tiles{directory})
		checkTiles(directory, published, reader)
	}
	good, bad := judge(os.Args[3], verifier, published, reader)
	fmt.Printf("{\"published\":%d,\"accepted\":%d,\"refused\":%d}\n", published.N, good, bad)
}

// checkTiles authenticates every hash of every tile, and compares every leaf with its entry.
func checkTiles(directory string, published tlog.Tree, reader tlog.HashReader) {
	leaves := levelHashes(0, published, reader)
	entries(directory, published.N, func(index int64, entry []byte) {
		if leaves[index] != tlog.RecordHash(entry) {
			fail("entry %d is not the leaf %d", index, index)
		}
	})
	for level := 1; published.N>>level > 0; level++ {
		levelHashes(level, published, reader)
	}
	if root := must(tlog.TreeHash(published.N, reader)); root != published.Hash {
		fail("the tiles hash to another root than the signed one")
	}
}

// levelHashes reads the hashes of all complete subtrees of one height; the reader checks them against the root.
func levelHashes(level int, published tlog.Tree, reader tlog.HashReader) []tlog.Hash {
	var all []tlog.Hash
	total := published.N >> level
	for start := int64(0); start < total; start += 256 {
		var indexes []int64
		for n := start; n < min(start+256, total); n++ {
			indexes = append(indexes, tlog.StoredHashIndex(level, n))
		}
		all = append(all, must(reader.ReadHashes(indexes))...)
	}
	return all
}

func judge(file string, verifier note.Verifier, published tlog.Tree, reader tlog.HashReader) (good, bad int) {
	lines := bufio.NewScanner(must(os.Open(file)))
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		if strings.Contains(lines.Text(), `"kind":"map"`) {
			continue // the Python program's
		}
		var c claim
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			fail("line %d: %v", number, err)
		}
		switch {
		case c.Kind == "checkpoint":
			open([]byte(c.Note), verifier)
			continue
		case c.accepted() != c.Holds:
			fail("line %d: %s of %d in %d: accepted %v", number, c.Kind, c.First, c.Size, c.accepted())
		case c.Holds && c.Size <= published.N && !c.same(reader):
			fail("line %d: %s of %d in %d: another proof", number, c.Kind, c.First, c.Size)
		}
		if c.Holds {
			good++
		} else {
			bad++
		}
	}
	if err := lines.Err(); err != nil {
		fail("%v", err)
	}
	return
}
