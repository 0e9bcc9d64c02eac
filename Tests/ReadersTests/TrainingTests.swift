import Catalogue
import FoundationEssentials
import Testing

@testable import Readers

@Suite("Training")
struct TrainingTests {
  @Test("The same corpus and seed give the same bytes", arguments: ModelKind.allCases)
  func sameBytes(kind: ModelKind) throws {
    let corpus = try TinyCorpus()
    let first = try Training.train(kind, corpusDirectory: corpus.path, seed: 3)
    let second = try Training.train(kind, corpusDirectory: corpus.path, seed: 3)
    #expect(first.weights == second.weights)
    #expect(first.evaluation == second.evaluation)
  }

  @Test("What is trained can be read, and tells cats from dogs")
  func trainedIsRead() throws {
    let corpus = try TinyCorpus()
    let reader = try Reader(
      topics: Training.train(.topics, corpusDirectory: corpus.path).weights,
      review: Training.train(.review, corpusDirectory: corpus.path).weights)
    for (text, topic) in [("my cat purrs", "animals/cats"), ("my dog barks", "animals/dogs")] {
      #expect(reader.read(Sample.caption(text)).topics.first?.topic.id == topic)
    }
  }

  @Test(
    "Words of a glossary, and their forms, are read as the English ones",
    arguments: [
      ("Katzen", "animals/cats"), ("gattini", "animals/cats"), ("honden", "animals/dogs"),
      ("perritos", "animals/dogs"),
    ])
  func glossary(word: String, topic: String) throws {
    let corpus = try TinyCorpus([
      "glossary/animals.txt": """
      # a comment
      cat; kat; Katze; matou; gato; gatto, gattino; gato
      dog; hond; Hund; chien; perro; cagnolino; cachorro
      """
    ])
    let weights = try Training.train(.topics, corpusDirectory: corpus.path).weights
    let recogniser = try Recogniser(weights: weights)
    let first = try #require(recogniser.rank(word).first)
    #expect(recogniser.labels[first.label] == topic)
  }

  @Test("A glossary's line with a column too few is an error that says where")
  func shortGlossaryLine() throws {
    let corpus = try TinyCorpus([
      "glossary/a.txt": "cat; kat; Katze; chat; gato; gatto; gato\ndog; hond\n"
    ])
    #expect(
      throws: CorpusError.line(
        file: "glossary/a", number: 2,
        message: "expected an English word and six columns of words for it")
    ) {
      try Training.train(.topics, corpusDirectory: corpus.path)
    }
  }

  @Test("A misspelt file name is an error, not a topic left out")
  func misspeltName() throws {
    let corpus = try TinyCorpus(["topics/animals.catz.txt": "a cat\n"])
    #expect(throws: CorpusError.unknownLabel(file: "topics/animals.catz.txt")) {
      try Training.train(.topics, corpusDirectory: corpus.path)
    }
  }

  @Test("There is no text of the class that concerns minors")
  func noMinors() throws {
    let corpus = try TinyCorpus(["policies/MIN.txt": "[- news]\nnothing\n"])
    #expect(throws: CorpusError.unknownLabel(file: "policies/MIN.txt")) {
      try Training.train(.review, corpusDirectory: corpus.path)
    }
  }

  @Test("A slot that is not defined is an error with file and line")
  func unknownSlot() throws {
    let corpus = try TinyCorpus(["policies/WPN.txt": "[+ offer]\nselling a {gun}\n"])
    #expect(
      throws: CorpusError.line(
        file: "policies/WPN", number: 2, message: "no slot is called {gun}")
    ) {
      try Training.train(.review, corpusDirectory: corpus.path)
    }
  }

  @Test("The shipped corpus has a file for every topic and every trained policy")
  func corpusIsWhole() throws {
    let folder = try CorpusFolder(Sample.folder + "/../../Sources/Readers/Corpus")
    #expect(folder.topics.map(\.topic) == Array(Topic.all.indices))
    #expect(folder.policies.map(\.policy) == Array(Policy.trained.indices))
    for (_, file) in folder.policies {
      #expect(file.lines.filter(\.isPositive).count >= 25, "\(file.name)")
      #expect(file.lines.filter { !$0.isPositive }.count >= 35, "\(file.name)")
    }
  }

  @Test("No text that judges a model is one that it learnt from")
  func heldOutIsHeldOut() throws {
    let folder = try CorpusFolder(Sample.folder + "/../../Sources/Readers/Corpus")
    let files = folder.topics.map(\.file) + folder.policies.map(\.file) + [folder.plain]
    let learnt = Set(files.flatMap { $0.lines.map { $0.text.lowercased() } })
    for text in try Sample.heldOut("topics") + Sample.heldOut("review") {
      #expect(!learnt.contains(text.text.lowercased()), "\(text.text)")
    }
  }
}

@Suite("What is held out")
struct HeldOutFoldTests {
  private func example(_ template: Int, _ section: String) -> Example {
    Example(text: "a", labels: [], template: template, section: section, weight: 1)
  }

  @Test("Twins of one template are held out together, and examples of one thing too")
  func together() {
    var examples = Examples()
    let templates = (0..<60).map { examples.template("line \($0)") }
    func folds(_ section: (Int) -> String, _ heldOut: HeldOut) -> Set<Int> {
      Set(templates.map { examples.fold(of: example($0, section($0)), by: heldOut, count: 3) })
    }
    #expect(folds({ _ in "offer" }, .templates) == [0, 1, 2])
    #expect(folds({ _ in "offer" }, .functionalities).count == 1)
    #expect(folds({ $0 % 2 == 0 ? "offer" : "offer nl" }, .functionalities).count == 1)
    #expect(folds({ "kind \($0)0" }, .functionalities).count > 1)
    // Plain life is no functionality: without any of it nothing could be learnt.
    #expect(folds({ _ in "life" }, .functionalities) == [0, 1, 2])
    for template in templates {
      let fold = examples.fold(of: example(template, "offer"), by: .templates, count: 3)
      #expect(examples.fold(of: example(template, "news"), by: .templates, count: 3) == fold)
    }
  }
}
