// What the controller is told before a step: 16-bit words, written one at a time; each has a clock of its own.
//
//   0   [1:0] optimiser: 1 SGD, 2 momentum, 3 Adam; [2] bipolar; [3] cells are written one by one; [4] gradients are counts; [5] weights decay
//   1   rows of parameters; 2: lanes in use in the last of them, 1..LANES
//   3   largest magnitude of a weight register; 4: of an auxiliary one; 5: of a gradient; 6: fraction bits of gradients, signed
//   7   clocks of a SET pulse less 1; 8: of a read; 9: of a RESET
//   16 + 4 s, 17 + 4 s, 18 + 4 s   mantissa, exponent (signed), length of stream s: 0 gradient, 1 decay, 2 weight, 3 weight decay,
//       4 gradient of Adam's scale, 5 its decay. The exponent is that of the coefficient over the length, less the fraction bits of the
//       auxiliary registers where they are in it. Where gradients are counts their stream's exponent is the shift itself. Stream 2 of Adam: P of
//       the gate less 1 and quantum.
//
// No reset: write all of it.
module step_settings #(
    parameter int COUNT_BITS = 6,
    parameter int ROW_BITS   = 12,
    parameter int TIME_BITS  = 12
) (
    input  logic                         clk,
    input  logic                         write,
    input  logic        [5:0]            address,
    input  logic        [15:0]           data,
    input  logic        [2:0]            stream,
    output logic        [5:0]            program_word,
    output logic        [ROW_BITS-1:0]   rows,
    output logic        [15:0]           last_lanes,
    output logic        [14:0]           weight_limit,
    output logic        [14:0]           auxiliary_limit,
    output logic        [15:0]           gradient_maximum,
    output logic signed [9:0]            gradient_fraction_bits,
    output logic        [TIME_BITS-1:0]  set_time,
    output logic        [TIME_BITS-1:0]  read_time,
    output logic        [TIME_BITS-1:0]  reset_time,
    output logic        [15:0]           mantissa,
    output logic signed [9:0]            exponent,
    output logic        [COUNT_BITS-1:0] length
);
  logic [15:0] words[64];

  for (genvar i = 0; i < 40; i++) begin : g_word
    if (i < 10 || i > 15 && i % 4 != 3) begin : g_used
      // No wider than what is read of it.
      localparam int Width =
          i == 0 ? 6 : i == 1 ? ROW_BITS : i == 3 || i == 4 ? 15 : i == 6 ? 10 : i >= 7 && i < 10 ? TIME_BITS : i < 16 || i % 4 == 0 ? 16 :
          i % 4 == 1 ? 10 : COUNT_BITS;
      logic [Width-1:0] word;
      logic             gated, run;

      clock_gate gate (
          .clk(clk),
          .enable(write && address == 6'(i)),
          .gated(gated),
          .run(run)
      );

      always_ff @(posedge gated) if (run) word <= Width'(data);

      assign words[i] = 16'(word);
    end else begin : g_unused
      assign words[i] = 16'd0;
    end
  end
  for (genvar i = 40; i < 64; i++) begin : g_beyond
    assign words[i] = 16'd0;
  end

  assign program_word           = 6'(words[0]);
  assign rows                   = ROW_BITS'(words[1]);
  assign last_lanes             = words[2];
  assign weight_limit           = 15'(words[3]);
  assign auxiliary_limit        = 15'(words[4]);
  assign gradient_maximum       = words[5];
  assign gradient_fraction_bits = 10'(words[6]);
  assign set_time               = TIME_BITS'(words[7]);
  assign read_time              = TIME_BITS'(words[8]);
  assign reset_time             = TIME_BITS'(words[9]);
  assign mantissa               = words[{1'b0, stream, 2'd0}+6'd16];
  assign exponent               = 10'(words[{1'b0, stream, 2'd1}+6'd16]);
  assign length                 = COUNT_BITS'(words[{1'b0, stream, 2'd2}+6'd16]);
endmodule
