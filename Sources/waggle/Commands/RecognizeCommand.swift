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
      Uploads are read as waggle review reads them. At most four topics are told, best first; \
      an upload whose words speak for none is unknown. start and \
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
        try output.tell(ReadingText.topics(upload, reading))
      }
    }
  }
}
