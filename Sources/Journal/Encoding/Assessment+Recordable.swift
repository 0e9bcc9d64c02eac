import Audience
import Catalogue
import Distribution

extension Assessment: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(action)
    bytes.write(ground)
    bytes.write(wave)
    bytes.write(atGate)
    bytes.write(depth)
    bytes.write(tally)
    bytes.write(kpis)
    for number in [score, error, bar, sure, needed] { bytes.write(number) }
    bytes.write(rule)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      action: try bytes.choice(), ground: try Ground(from: &bytes), wave: try bytes.size(),
      atGate: try bytes.flag(), depth: try bytes.size(), tally: try Tally(from: &bytes),
      kpis: try KPIValues(from: &bytes), score: try bytes.double(), error: try bytes.double(),
      bar: try bytes.double(), sure: try bytes.double(), needed: try bytes.double(),
      rule: try bytes.choice())
  }
}

extension Assessment.Ground: Recordable {
  func write(to bytes: inout ByteWriter) {
    switch self {
    case .score: bytes.write(tag: 1)
    case .kpi(let kpi):
      bytes.write(tag: 2)
      bytes.write(kpi)
    case .audienceExhausted: bytes.write(tag: 3)
    }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    switch try bytes.tag() {
    case 1: self = .score
    case 2: self = .kpi(try bytes.choice())
    case 3: self = .audienceExhausted
    default: throw bytes.damage
    }
  }
}

extension KPIValues: Recordable {
  func write(to bytes: inout ByteWriter) {
    for values in [measured, reference, weights] { bytes.write(list: values) { $0.write($1) } }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    func values(_ bytes: inout ByteReader) throws(Damage) -> [Double] {
      let values = try bytes.list { (bytes) throws(Damage) in try bytes.double() }
      guard values.count == KPI.allCases.count else { throw bytes.damage }
      return values
    }
    self.init(
      measured: try values(&bytes), reference: try values(&bytes), weights: try values(&bytes))
  }
}
