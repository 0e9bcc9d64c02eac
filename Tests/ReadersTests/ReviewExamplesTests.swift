import Testing

@testable import Readers

@Suite("What review learns from")
struct ReviewExamplesTests {
  private static func examples(
    _ policy: String, quotes: String? = nil
  ) throws -> Examples {
    var files = ["policies/DRU.txt": policy]
    files["shared/quotes.txt"] = quotes
    files["shared/life.txt"] =
      "[- talk]\nwe had soup today\n[- talk nl]\nwe aten vandaag soep\n"
    let corpus = try TinyCorpus(files)
    return Examples.review(try CorpusFolder(corpus.path), seed: 3)
  }

  private static func ofPolicy(_ examples: Examples) -> [Example] {
    examples.list.filter { examples.templates[$0.template].hasPrefix("policies/DRU:") }
  }

  @Test("A line is judged once; its copies are learnt from alone, on the same side and together")
  func copies() throws {
    let examples = Self.ofPolicy(
      try Self.examples("[+ offer]\nselling some coke tonight\n[- news]\npolice found some coke\n"))
    for (section, isOffer) in [("offer", true), ("news", false)] {
      let own = examples.filter { $0.section == section }
      #expect(own.filter { !$0.isMixture }.count == 1)
      #expect(own.count > 1)
      #expect(Set(own.map(\.template)).count == 1)
      #expect(own.allSatisfy { $0.labels.isEmpty != isOffer })
      #expect(own.allSatisfy { $0.isMixture ? $0.weight < 1 : $0.weight == 1 })
    }
  }

  @Test("Talk around a line is of its language")
  func talk() throws {
    let texts = Self.ofPolicy(
      try Self.examples("[+ offer nl]\nverkoop coke vanavond\n[- news]\npolice found some coke\n"))
    let dutch = texts.filter { $0.section == "offer nl" }.map(\.text)
    let english = texts.filter { $0.section == "news" }.map(\.text)
    #expect(dutch.contains { $0.contains("we aten vandaag soep") })
    #expect(!dutch.contains { $0.contains("we had soup") })
    #expect(english.contains { $0.contains("we had soup today") })
  }

  @Test("An offer that is told of is none, and one that is only put otherwise is")
  func quotes() throws {
    let examples = Self.ofPolicy(
      try Self.examples(
        "[+ offer]\nselling coke\n[+ offer nl]\nverkoop coke\n[- news]\npolice found coke\n",
        quotes: "[- told en]\n\"@\" – reported.\n[+ en]\nno joke: @\n[- told nl]\n\"@\" gemeld\n"))
    func example(_ text: String) throws -> Example {
      try #require(examples.first { $0.text == text })
    }
    let told = try example("\"selling coke\" – reported.")
    let made = try example("no joke: selling coke")
    let plain = try example("selling coke")
    #expect(told.labels.isEmpty && told.isMixture)
    #expect(made.labels == plain.labels && made.isMixture)
    #expect(told.template == plain.template && made.template == plain.template)
    #expect(try example("\"verkoop coke\" gemeld").labels.isEmpty)
    // What is innocent is not quoted, and nothing in another language's words.
    #expect(!examples.contains { $0.text.contains("police found coke\"") })
    #expect(!examples.contains { $0.text == "no joke: verkoop coke" })
  }

  @Test("The words around offers in the shipped corpus hold one each, in every language")
  func shippedQuotes() throws {
    let folder = try CorpusFolder(Sample.folder + "/../../Sources/Readers/Corpus")
    let quotes = try #require(folder.quotes)
    for line in quotes.lines {
      #expect(line.text.split(separator: "@", omittingEmptySubsequences: false).count == 2)
    }
    for language in ["en", "nl", "de", "fr", "es", "it", "pt"] {
      let own = quotes.lines.filter { $0.section.hasSuffix(language) }
      #expect(own.filter(\.isPositive).count >= 5, "\(language)")
      #expect(own.filter { !$0.isPositive }.count >= 20, "\(language)")
    }
  }
}
