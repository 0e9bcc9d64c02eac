import Canvas
import Catalogue
import Journal
import Readers

/// What a model is for, what it was made from, and how good it is, in Markdown.
struct ModelCard {
  /// Which model.
  let model: ModelKind
  /// What was found on each set of texts.
  let reports: [EvaluationReport]
  /// The weights that were judged, and what they are called.
  let weights: [(name: String, bytes: [UInt8])]
  /// What it learnt from: the corpus, and texts beside it.
  let learnt: [DataSource]
  /// The sets that it was judged on.
  let data: [DataSource]
  /// The thresholds.
  let thresholds: ReviewSettings

  /// The card.
  var text: String {
    let parts =
      ["# Model card: \(model.rawValue)", purpose, weightsPart, dataPart, figuresPart]
      + (model == .review ? [thresholdsPart] : []) + [limits]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var purpose: String {
    let (what, uses, others): (String, String, String) =
      switch model {
      case .review:
        (
          "Reads the words of a short video (caption, transcript, on-screen text, hashtags, sound "
            + "title) and gives, for each of \(model.labels.count) policies, the probability that "
            + "it breaks it: \(model.labels.joined(separator: ", ")).",
          "Deciding which uploads a person looks at, in a simulated platform and in research on "
            + "thresholds. In doubt a person decides.",
          "Removing anything from a real platform without a person; judging people; child "
            + "endangerment, for which there is no model and no training text; pictures and sound, "
            + "which it never sees."
        )
      case .topics:
        (
          "Reads the words of a short video and tells which of \(model.labels.count) topics it is "
            + "about, or that it cannot tell.",
          "Choosing the first audience in a simulated platform.",
          "Guessing what people are or believe; texts that are no descriptions of videos."
        )
      }
    return """
      \(what)

      **For:** \(uses)

      **Not for:** \(others)

      **How:** TF-IDF-weighted hashed words, pairs of words and letter n-grams of normalised text; \
      one linear model a label; probabilities fitted on held-out templates.
      """
  }

  private var weightsPart: String {
    let rows = weights.map {
      "| \(cell($0.name)) | \($0.bytes.count.grouped) bytes | `\(Digest(of: $0.bytes).text)` |"
    }
    return table("Weights", "| weights | size | SHA-256 |\n|---|---|---|", rows)
  }

  private var dataPart: String {
    let trained = learnt.map {
      "| learnt from\($0.isFolder ? ", and judged on what was held out" : "") | \(row($0))"
    }
    let judged = data.map { "| judged | \(row($0))" }
    let title = "| use | texts | licence | SHA-256 |\n|---|---|---|---|"
    return table("Data", title, trained + judged)
      + (!learnt.contains(where: \.isFolder)
        ? ""
        : "\n\nThe corpus' hash is that of the list of its files: "
          + "`find . -name '*.txt' | LC_ALL=C sort | xargs sha256sum | sha256sum`.")
  }

  private func row(_ source: DataSource) -> String {
    let origin = source.origin.isEmpty ? "" : "<br>" + cell(source.origin)
    return "\(cell(source.name))\(origin) | \(cell(source.licence)) | `\(source.digest)` |"
  }

  private var figuresPart: String {
    let blocks = reports.map { "```text\n" + $0.text + "```" }
    return "## Figures\n\n"
      + "Rows made from one template are held out together, never drawn at random. Intervals are "
      + "Wilson's, 95 %.\n\n" + blocks.joined(separator: "\n\n")
  }

  private var thresholdsPart: String {
    let removal =
      thresholds.removeFrom > 1
      ? "Nothing is removed without a person."
      : "Removed from \(percent(thresholds.removeFrom)) on."
    let derived = reports.compactMap { report -> String? in
      guard case .review(let found) = report.findings, let doubt = found.derived.doubtFrom else {
        return nil
      }
      let remove = found.derived.removeFrom.map { "from \(percent($0)) on" } ?? "nowhere"
      return "| \(cell(report.name)) | \(percent(doubt)) | \(remove) |"
    }
    return """
      ## Thresholds

      A person decides from \(percent(thresholds.doubtFrom)) on. \(removal)

      Two rules give them: let through only while at most 5 % of what is illegal is missed; remove \
      only where the lower 95 % bound of precision is 99 % or more, with 0.7 % of uploads illegal. \
      On these texts the rules give:

      | texts | doubt from | remove |
      |---|---|---|
      \(derived.joined(separator: "\n"))
      """
  }

  private var limits: String {
    var lines = [
      "It knows words, not scenes: what is only seen or heard is not read.",
      "At most 20,000 characters of a field are read.",
      "The corpus is written by its authors, in English first and six other languages; how people "
        + "talk on a platform drifts away from it.",
    ]
    if model == .review {
      lines += [
        "Probabilities hold where 0.7 % of uploads are illegal; in a set with more, more are.",
        "Public sets of questions to chat programs and of hate speech are not uploads: figures on "
          + "them show transfer, not quality.",
        "A probability is no proof: every removal needs a person, and an appeal another one.",
      ]
    } else {
      lines += [
        "Unknown is told where no word is known, where the words are rather those of greetings, "
          + "calls to follow and file names, and where a few words are not sure of their topic.",
        "Hashtags count half of the rest at most, and not at all where they contradict it.",
        "Words of Dutch, German, French, Spanish, Italian and Portuguese lean on a glossary: one "
          + "meaning a word, whatever the sentence.",
      ]
      lines.append("Labels of public sets are those of forums and actions, not of these topics.")
    }
    return "## Limits\n\n" + lines.map { "* " + $0 }.joined(separator: "\n")
  }

  private func table(_ title: String, _ head: String, _ rows: [String]) -> String {
    "## \(title)\n\n\(head)\n" + rows.joined(separator: "\n")
  }

  /// A text that breaks no table and no terminal.
  private func cell(_ text: String) -> String {
    VisibleText.escape(text).split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }
}
