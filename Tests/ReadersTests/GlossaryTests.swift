import Catalogue
import Testing

@testable import Readers

@Suite("Words of other languages")
struct GlossaryTests {
  private func hash(_ word: String) -> UInt64 {
    Words(word, lexicon: .empty).words.first?.hash ?? 0
  }

  private func glossary(_ lines: String, english: Set<UInt64> = []) throws -> Glossary {
    Glossary(try GlossaryLine.lines(of: lines, name: "test"), english: english)
  }

  @Test(
    "A verb is known by its usual forms",
    arguments: [
      "bakt", "gebakken", "backte", "enfournez", "horneando", "horneamos", "inforna", "assando",
    ])
  func verbs(form: String) throws {
    let glossary = try glossary("to bake; bakken; backen; enfourner; hornear; infornare; assar")
    #expect(glossary.entry(of: hash(form))?.english == hash("bake"))
  }

  @Test(
    "A noun is known by its plural, whatever its accents",
    arguments: ["Dächer", "daken", "toits", "tejados", "tetti", "balões", "BALÃO"])
  func nouns(form: String) throws {
    let glossary = try glossary("roof; dak; Dach; toit; tejado; tetto; balão")
    #expect(glossary.entry(of: hash(form))?.english == hash("roof"))
  }

  @Test("A word that means two English ones, or is English itself, is left to its neighbours")
  func ambiguous() throws {
    let glossary = try glossary(
      "butter; boter; Butter; beurre; manteca; burro; manteiga\n"
        + "donkey; ezel; Esel; rabot; burro; asino; jumento\n", english: [hash("rabot")])
    #expect(glossary.entry(of: hash("burro")) == nil)
    #expect(glossary.entry(of: hash("butter")) == nil)
    #expect(glossary.entry(of: hash("rabot")) == nil)
    #expect(glossary.entry(of: hash("asino"))?.english == hash("donkey"))
  }

  @Test("Neighbours and places of translated words stay as they were written")
  func translated() throws {
    let glossary = try glossary("roof; dak; Dach; toit; tejado; tetto; telhado")
    let words = Words("het dak lekt", lexicon: .empty)
    let translated = words.translated(by: glossary)
    #expect(translated.words.map(\.pair) == words.words.map(\.pair))
    #expect(translated.words.map(\.from) == words.words.map(\.from))
    #expect(translated.words[1].hash == hash("roof"))
    #expect(translated.text(of: translated.words[1]) == "dak")
  }
}
