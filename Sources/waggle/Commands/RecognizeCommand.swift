import ArgumentParser
import Canvas
import Catalogue
import Readers

/// What uploads are about, without a run.
struct RecognizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognize",
    abstract: "Recognise what uploads are about, and by which words.",
    discussion: """
      Uploads are read as waggle review reads them. Topics are those with a score of 0.05 or \
      more, at most four, best first; an upload whose words speak for none is unknown. start and \
      end count Unicode scalars of the field's text as it was given (hashtags without #, joined \
      by single blanks); weight is the words' share of all evidence about that topic.
      """)

  @OptionGroup var uploads: UploadArguments

  @OptionGroup var own: WeightsOption

  @Flag(help: "A line of JSON an upload.")
  var json = false

  func run() throws {
    let recogniser = try own.recogniser()
    var output = Output()
    try uploads.each(&output) { upload, output in
      let reading = TopicReading(upload, by: recogniser)
      if json {
        try output.writeLine { ReadingLines.topics(upload, reading, into: &$0) }
      } else {
        try output.write(ReadingText.topics(upload, reading))
      }
    }
  }
}

/// What an upload is about, under whatever names the model has.
struct TopicReading {
  /// Names and scores, best first; none where it is unknown.
  let topics: [(name: String, score: Double)]
  /// The words that say so.
  let evidence: [Evidence]

  /// Asks the model, unless the scenario says what the upload is about.
  init(_ upload: Upload, by recogniser: Recogniser) {
    if let pinned = upload.pinnedReading {
      topics = pinned.topics.map { ($0.topic.id, $0.score) }
      evidence = pinned.topicEvidence
    } else {
      (topics, evidence) = recogniser.read(upload)
    }
  }
}
