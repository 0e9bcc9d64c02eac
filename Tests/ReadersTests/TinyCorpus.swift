import FoundationEssentials

/// A corpus of a few lines in a folder of its own, gone when the test ends.
struct TinyCorpus: ~Copyable {
  let path: String

  init(_ extra: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory.path + "/corpus-\(UInt64.random(in: 0 ... .max))"
    var files = [
      "shared/slots.txt": "contact = dm me | link in bio\n",
      "shared/frames.txt": "@\nPOV: @\n@ at home\n",
      "shared/plain.txt": "wait for it\nso true\ngood night everyone\n",
      "topics/animals.cats.txt": "* kitten, tabby cat\nMy {who|old} cat purrs\nthe cat sleeps\n",
      "topics/animals.dogs.txt": "* puppy, good dog\nMy dog barks\nwalking the dog\n",
      "policies/DRU.txt": "[+ offer]\nselling coke, {contact}\n[- news]\npolice found coke\n",
    ]
    for (name, text) in extra { files[name] = text }
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      let file = path + "/" + name
      let folder = String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex))
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: file))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
