import Catalogue
import FoundationEssentials
import Testing

@testable import Readers

@Suite("Files of one's own")
struct OwnDataTests {
  /// A file that is gone when nobody needs it any more.
  private final class File {
    let path: String

    convenience init(_ text: String, ending: String = "tsv") throws {
      try self.init(Array(text.utf8), ending: ending)
    }

    init(_ bytes: [UInt8], ending: String) throws {
      path = "\(FileManager.default.temporaryDirectory.path)/texts-\(UUID()).\(ending)"
      try Data(bytes).write(to: URL(filePath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private static let sports = (0..<30).map { number in
    "Tumbling\tv_\(number)\tA girl does a flip on the mat number \(number)\n"
      + "Paintball\tv_\(number + 50)\tMen hide and shoot paint at the field \(number)\n"
      + "Shot put\tv_\(number + 90)\tHe turns and throws the heavy ball \(number)\n"
  }.joined()

  @Test("Labels that are no topics are learnt and told by their own names")
  func ownLabels() throws {
    let file = try File(Self.sports)
    let result = try Training.train(.topics, corpusDirectory: nil, data: [file.path])
    let model = try Recogniser(weights: result.weights)
    #expect(model.labels == ["Paintball", "Shot put", "Tumbling"])
    for (text, label) in [
      ("she flips on a mat", "Tumbling"), ("they shoot with paint", "Paintball"),
      ("throwing the heavy ball", "Shot put"),
    ] {
      let best = try #require(model.rank(text).first)
      #expect(model.labels[best.label] == label)
    }
    #expect(model.rank("").isEmpty)
    #expect(model.rank("…", most: 2).isEmpty)
  }

  @Test("The same files and seed give the same bytes, another seed the same labels")
  func sameBytes() throws {
    let file = try File(Self.sports)
    let first = try Training.train(.topics, corpusDirectory: nil, data: [file.path], seed: 9)
    let second = try Training.train(.topics, corpusDirectory: nil, data: [file.path], seed: 9)
    #expect(first.weights == second.weights)
  }

  @Test("Weights with other labels are no reader of uploads")
  func otherLabelsAreNoReader() throws {
    let file = try File(Self.sports)
    let result = try Training.train(.topics, corpusDirectory: nil, data: [file.path])
    let review = WeightsSource.shipped(.review).withBytes { Array($0) }
    #expect(throws: WeightsError.labels) { try Reader(topics: result.weights, review: review) }
  }

  @Test("Without a header, identifiers are not text and a leaf's name is the leaf")
  func withoutHeader() throws {
    let file = try File(
      "cats\tCatGifs\t1a2b\tmy cat sleeps all day\t\n"
        + "boxing\tBoxing\t3c4d\tround one\tthe bell rings\n")
    #expect(
      try LabelledTexts(path: file.path).rows == [
        .init(label: "animals/cats", text: "my cat sleeps all day"),
        .init(label: "sports/boxing", text: "round one the bell rings"),
      ])
  }

  @Test("With a header, columns are known by name, and cells may be quoted")
  func withHeader() throws {
    let file = try File(
      "\u{FEFF}id,text,label\r\n1,\"he said \"\"go\"\", twice\nand left\",A b\r\n2,plain,C\r\n",
      ending: "csv")
    #expect(
      try LabelledTexts(path: file.path).rows == [
        .init(label: "A b", text: "he said \"go\", twice\nand left"),
        .init(label: "C", text: "plain"),
      ])
  }

  @Test("A file that is missing, empty, without a label or with one label alone is refused")
  func refused() throws {
    #expect(throws: CorpusError.unreadable(path: "/nowhere/a.tsv")) {
      try Training.train(.topics, corpusDirectory: nil, data: ["/nowhere/a.tsv"])
    }
    for text in ["", "\n\n", "one label\tand a text\n"] {
      let file = try File(text)
      #expect(throws: CorpusError.empty(path: file.path)) {
        try Training.train(.topics, corpusDirectory: nil, data: [file.path])
      }
    }
    let file = try File("cats\tmy cat is here\n\tno label here\n")
    #expect(
      throws: CorpusError.line(file: file.path, number: 2, message: "there is no label")
    ) { try LabelledTexts(path: file.path) }
  }

  @Test("More labels than a model can tell apart are refused")
  func tooMany() throws {
    let file = try File((0..<300).map { "label \($0)\tsome text here\n" }.joined())
    #expect(throws: CorpusError.self) {
      try Training.train(.topics, corpusDirectory: nil, data: [file.path])
    }
  }

  @Test("The model of review takes no files of one's own")
  func noReview() throws {
    let file = try File(Self.sports)
    #expect(throws: CorpusError.self) {
      try Training.train(.review, corpusDirectory: nil, data: [file.path])
    }
  }

  @Test("Any bytes are rows or an error")
  func anyBytes() throws {
    var draw = SeededDraw(seed: 4, name: "bytes")
    let alphabet: [UInt8] = [0x22, 0x2C, 0x09, 0x0A, 0x0D, 0x61, 0x20, 0x00, 0xFF, 0xC3]
    for _ in 0..<300 {
      let bytes = (0..<draw.below(60)).map { _ in alphabet[draw.below(alphabet.count)] }
      for ending in ["tsv", "csv"] {
        let file = try File(bytes, ending: ending)
        let texts = try? LabelledTexts(path: file.path)
        #expect(texts.map { !$0.rows.isEmpty } ?? true)
      }
    }
  }

  @Test("A list of words names topics, frames and words, and nothing else")
  func wordLists() throws {
    let list = try WordList(
      language: "nl", text: "# woorden\nframes = dit is @ | @\nanimals/cats = kat | poes\n")
    #expect(list.frames == ["dit is @", "@"])
    #expect(list.topics.map(\.words) == [["kat", "poes"]])
    #expect(
      throws: CorpusError.line(file: "words/nl", number: 2, message: "expected a topic = words")
    ) { try WordList(language: "nl", text: "animals/cats = kat\nanimals/katten = kat\n") }
  }

  @Test("The corpus names words of every topic in each of its further languages")
  func wordsOfEveryTopic() throws {
    let folder = try CorpusFolder(Sample.folder + "/../../Sources/Readers/Corpus")
    #expect(folder.wordLists.map(\.language) == ["de", "es", "fr", "it", "nl", "pt"])
    for list in folder.wordLists {
      #expect(Set(list.topics.map(\.topic)) == Set(Topic.all.indices))
    }
    #expect(folder.labels["Clipping cat claws"] == "animals/cats")
  }
}
