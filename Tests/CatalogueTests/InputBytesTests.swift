import Catalogue
import FoundationEssentials
import Testing

@Suite("Reading files")
struct InputBytesTests {
  /// Writes a file for the time of a test.
  private func withFile<Result>(
    _ bytes: [UInt8], name: String = "file.toml", _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/waggle-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(bytes).write(to: URL(filePath: folder + "/" + name))
    return try body(folder + "/" + name)
  }

  private func failure(_ bytes: [UInt8]) throws -> InputError {
    try withFile(bytes) { path in
      try #require(throws: InputError.self) { try InputBytes.read(path: path) }
    }
  }

  @Test("text is read, with or without a byte order mark")
  func reads() throws {
    #expect(try withFile(Array("a é 🐝\n".utf8)) { try InputBytes.read(path: $0) } == "a é 🐝\n")
    let marked = [0xEF, 0xBB, 0xBF] + Array("a".utf8)
    #expect(try withFile(marked) { try InputBytes.read(path: $0) } == "a")
    #expect(try withFile([]) { try InputBytes.read(path: $0) } == "")
  }

  @Test(
    "what cannot be read ends with 66", arguments: ["/nowhere/at/all.toml", "/", "", "/dev/null"])
  func unreadable(_ path: String) throws {
    let error = try #require(throws: InputError.self) { try InputBytes.read(path: path) }
    #expect(error.exitCode == 66)
    #expect(error.kind == .unreadable)
  }

  @Test(
    "invalid UTF-8 ends with 65 and tells the byte and the line",
    arguments: [
      ([0x61, 0x0A, 0x0A, 0xFF, 0x61], 3, "byte 3"), ([0xC3], 1, "byte 0"),
      ([0x61, 0xE2, 0x82], 1, "byte 1"), ([0xED, 0xA0, 0x80], 1, "byte 0"),
      ([0x61, 0x0A, 0xC0, 0x80], 2, "byte 2"), ([0x61, 0x00], 1, "byte 1"),
      ([0xEF, 0xBB, 0xBF, 0x0A, 0x80], 2, "byte 4"),
    ])
  func invalid(_ bytes: [UInt8], _ line: Int, _ place: String) throws {
    let error = try failure(bytes)
    #expect(error.exitCode == 65)
    #expect(error.line == line)
    #expect(error.found.hasSuffix("at \(place))"), "\(error)")
  }

  @Test("UTF-16 is named")
  func utf16() throws {
    let error = try failure([0xFF, 0xFE, 0x61, 0x00])
    #expect(error.exitCode == 65)
    #expect(error.found == "UTF-16")
  }

  @Test("more than 8 MB ends with 65, and 8 MB is read")
  func size() throws {
    let most = [UInt8](repeating: 0x61, count: InputBytes.limit)
    #expect(try withFile(most) { try InputBytes.read(path: $0) }.utf8.count == most.count)
    let error = try failure(most + [0x61])
    #expect(error.exitCode == 65)
    #expect(error.expected == "a file of at most 8 MB")
  }

  @Test("a scenario is opened by name or by path")
  func open() throws {
    #expect(try BuiltInScenarios.open("newcomer").name == "newcomer")
    let text = Array(Sample.text.utf8)
    #expect(try withFile(text) { try BuiltInScenarios.open($0) }.name == "sample")
    let error = try #require(throws: InputError.self) { try BuiltInScenarios.open("bee-bke") }
    #expect(error.exitCode == 66)
    #expect(error.mend == "did you mean bee-bike?")
  }

  @Test("an upload is read with the subtitles beside it")
  func upload() throws {
    let toml = Array("subtitles = \"file.toml.srt\"\n".utf8)
    try withFile(toml) { path in
      let srt = "1\n00:00:01,000 --> 00:00:02,000\nHello\n"
      try Data(srt.utf8).write(to: URL(filePath: path + ".srt"))
      #expect(try UploadFile.read(path: path).upload.transcript == "Hello")
      try FileManager.default.removeItem(atPath: path + ".srt")
      let error = try #require(throws: InputError.self) { try UploadFile.read(path: path) }
      #expect(error.exitCode == 66)
    }
    try withFile(toml, name: "file.txt") { path in
      let error = try #require(throws: InputError.self) { try UploadFile.read(path: path) }
      #expect(error.exitCode == 65)
    }
  }
}
