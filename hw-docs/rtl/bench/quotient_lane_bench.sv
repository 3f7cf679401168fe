// Drives quotient_lane with weight phases of Adam and compares as optimizer_lane_bench does.
//
//   +phases=FILE   per phase "count limit length key gate_key gate_p quantum random_words saturations number", then "weight mean scale after" lines
module quotient_lane_bench;
  logic clk = 1'b0;
  logic reset = 1'b1;
  logic start = 1'b0;
  logic done, clipped;
  logic signed [15:0] weight, mean, scale, result;
  logic [14:0] limit;
  logic [12:0] length;
  logic [63:0] key, gate_key;
  logic [16:0] gate_p;
  logic [31:0] first_counter;
  logic [15:0] words;
  logic [4:0] quantum;

  quotient_lane lane (.*);

  int count, weight_value, mean_value, scale_value, after_value;
  int limit_value, length_value, gate_p_value, quantum_value;
  logic [63:0] key_value, gate_key_value;
  longint expected_drawn, expected_clips;
  bit same;

`include "lane_tally.svh"

  initial begin
    open_phases();
    while ($fscanf(file, "%d %d %d %h %h %d %d %d %d %d", count, limit_value, length_value, key_value, gate_key_value, gate_p_value,
                   quantum_value, expected_drawn, expected_clips, phase_number) == 10) begin
      limit = 15'(limit_value);
      length = 13'(length_value);
      key = key_value;
      gate_key = gate_key_value;
      gate_p = 17'(gate_p_value);
      quantum = 5'(quantum_value);
      begin_phase();
      for (int i = 0; i < count; i++) begin
        if ($fscanf(file, "%d %d %d %d", weight_value, mean_value, scale_value, after_value) != 4) $fatal(1, "%s ends early.", path);
        if (is_run(i)) begin
          weight = 16'(weight_value);
          mean = 16'(mean_value);
          scale = 16'(scale_value);
          first_counter = 32'(i * ((int'(length) + 31) / 32) * 16);
          run_lane(after_value, same);
          if (!same && differences < 10) begin
            $display("parameter %0d: %0d gave %0d, not %0d", i, weight_value, result, after_value);
          end
        end
      end
      end_phase(expected_drawn, expected_clips);
    end
    finish();
  end
endmodule
