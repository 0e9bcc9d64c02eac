import ArgumentParser
import Canvas
import Catalogue
import Distribution
import Readers

/// The verdict on uploads, without a run.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review uploads for illegal activity: allow, doubt or remove, and why.",
    discussion: """
      Uploads are TOML files, as --upload and scenarios have them, or a JSON object a line with \
      id, caption, transcript, onScreenText, hashtags (a list, or one text), sound and duration; \
      all may be missing, and an upload without id is called after its line. concernsMinors, \
      where it is true, sends it to a person. Other keys are passed over.

      In the output, start and end count Unicode scalars of the field's text as it was given \
      (hashtags without #, joined by single blanks); weight is the words' share of all evidence \
      about that policy, negative where they speak against it. Nothing is removed without a \
      person unless --remove-from says so.
      """)

  @OptionGroup var uploads: UploadArguments

  @OptionGroup var thresholds: ReviewThresholds

  @OptionGroup var own: WeightsOption

  @Flag(help: "A line of JSON an upload.")
  var json = false

  func run() throws {
    let reader = try own.reader()
    let settings = thresholds.settings
    var output = Output()
    try uploads.each(&output) { upload, output in
      let reading = reader.read(upload, by: .review)
      let review = settings.verdict(on: upload, reading)
      if json {
        try output.writeLine { ReadingLines.review(upload, reading, review, into: &$0) }
      } else {
        try output.tell(ReadingText.review(upload, reading, review))
      }
    }
  }
}
