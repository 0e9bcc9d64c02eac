/// Learns one linear model per label, each against the rest, all at once.
///
/// Support-vector machines with squared hinge loss by dual coordinate descent (Hsieh, Chang, Lin,
/// Keerthi and Sundararajan 2008). It has no learning rate, converges in a few rounds, and uses
/// additions, multiplications and divisions alone, so the same seed gives the same bits.
struct LinearTrainer {
  /// The cost of a mistake on a text without the label.
  var cost: Float = 1
  /// How much dearer one on a text with the label is.
  var positiveFactor: Float = 4
  /// How often each text is seen.
  var rounds = 10
  /// The value of the constant feature.
  var constant: Float = 1
  var seed: UInt64 = 1

  /// The weights of a model: per feature one for each label, in rows of `stride`.
  struct Model {
    var stride: Int
    var weights: [Float]
    var bias: [Float]

    /// Moves the labels before `common` towards it by a share; its own weights stay behind them.
    ///
    /// What is linear stays linear: a text costs no more to read, and its words keep their shares.
    mutating func lean(on common: Int, by share: Float) {
      for start in Swift.stride(from: 0, to: weights.count, by: stride) {
        let other = weights[start + common] * share
        for label in 0..<common {
          weights[start + label] = weights[start + label] * (1 - share) + other
        }
      }
      for label in 0..<common {
        bias[label] = bias[label] * (1 - share) + bias[common] * share
      }
    }

    /// The margins of a row for every label.
    func margins(_ rows: Rows, _ row: Int) -> [Float] {
      var margins = bias
      for at in rows.starts[row]..<rows.starts[row + 1] {
        let start = Int(rows.positions[at]) * stride
        for label in 0..<stride { margins[label] += rows.values[at] * weights[start + label] }
      }
      return margins
    }
  }

  private typealias Lanes = SIMD16<Float>

  /// Learns from the rows given.
  func train(_ rows: Rows, using chosen: [Int], labels: Int) -> Model {
    let lanes = (labels + 15) / 16
    var weights = [Lanes](repeating: .zero, count: (rows.width + 1) * lanes)
    var duals = [Lanes](repeating: .zero, count: chosen.count * lanes)
    var change = [Lanes](repeating: .zero, count: lanes)
    var draw = SeededDraw(seed: seed, name: "rounds")
    var order = Array(chosen.indices)
    for _ in 0..<rounds {
      order = draw.shuffled(order)
      for place in order {
        step(
          rows, chosen[place], lanes: lanes, weights: &weights, duals: &duals,
          at: place * lanes, change: &change)
      }
    }
    return model(weights, width: rows.width, lanes: lanes)
  }

  /// Moves the duals of one row, and the weights with them, to where its loss is least.
  private func step(
    _ rows: Rows, _ row: Int, lanes: Int, weights: inout [Lanes], duals: inout [Lanes],
    at dual: Int, change: inout [Lanes]
  ) {
    let range = rows.starts[row]..<rows.starts[row + 1]
    let biasAt = rows.width * lanes
    var squared = constant * constant
    for at in range { squared += rows.values[at] * rows.values[at] }
    let slackNegative = 1 / (2 * cost * rows.weights[row])
    let slackPositive = slackNegative / positiveFactor
    weights.withUnsafeMutableBufferPointer { weights in
      change.withUnsafeMutableBufferPointer { change in
        for lane in 0..<lanes { change[lane] = weights[biasAt + lane] * constant }
        for at in range {
          let start = Int(rows.positions[at]) * lanes
          let value = rows.values[at]
          for lane in 0..<lanes { change[lane] += weights[start + lane] * value }
        }
        for lane in 0..<lanes {
          var sign = Lanes(repeating: -1)
          var slack = Lanes(repeating: slackNegative)
          for label in rows.labels[row] where label / 16 == lane {
            sign[label % 16] = 1
            slack[label % 16] = slackPositive
          }
          let old = duals[dual + lane]
          let gradient = sign * change[lane] - 1 + slack * old
          let new = pointwiseMax(old - gradient / (slack + squared), .zero)
          duals[dual + lane] = new
          change[lane] = (new - old) * sign
        }
        for lane in 0..<lanes { weights[biasAt + lane] += change[lane] * constant }
        for at in range {
          let start = Int(rows.positions[at]) * lanes
          let value = rows.values[at]
          for lane in 0..<lanes { weights[start + lane] += change[lane] * value }
        }
      }
    }
  }

  private func model(_ weights: [Lanes], width: Int, lanes: Int) -> Model {
    var flat: [Float] = []
    flat.reserveCapacity(width * lanes * 16)
    for lane in weights[..<(width * lanes)] {
      for at in 0..<16 { flat.append(lane[at]) }
    }
    var bias: [Float] = []
    for lane in weights[(width * lanes)...] {
      for at in 0..<16 { bias.append(lane[at] * constant) }
    }
    return Model(stride: lanes * 16, weights: flat, bias: bias)
  }
}
